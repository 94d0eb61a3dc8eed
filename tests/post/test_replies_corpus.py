"""Reply stripping over the pairs of other reply parsers: what their own tests expect of their samples."""

from pathlib import Path

import pytest

from sincerely.post.mail import read_mail
from sincerely.post.markup import plain_text
from sincerely.post.replies import reply_words

pytestmark = pytest.mark.corpus
GITHUB, PARSER, TALON = "github-reply-parser/test/emails/", "mail-parser-reply/test/emails/", "talon/tests/fixtures/"
SIGNATURES = f"{TALON}signature/emails/stripped/"

HERE = "Here is another email"
LIST = """test 2 this should list second

and have spaces

and retain this formatting


   - how about bullets
   - and another"""

# The whole reply, where the other parser's tests say it.
WHOLE = {
    f"{GITHUB}email_2_1.txt": "Outlook with a reply",
    f"{GITHUB}email_2_2.txt": "Outlook with a reply directly above line",
    f"{GITHUB}email_2_3.txt": "Outlook with a reply directly above line",
    f"{GITHUB}email_iPhone.txt": HERE,
    f"{GITHUB}email_BlackBerry.txt": HERE,
    f"{GITHUB}email_multi_word_sent_from_my_mobile_device.txt": HERE,
    f"{GITHUB}email_sent_from_my_not_signature.txt": f"{HERE}\n\nSent from my desk, is much easier then my mobile phone.",
    f"{GITHUB}email_bullets.txt": LIST,
    f"{PARSER}email_2_3.txt": "Outlook with a reply above headers using unusual format",
    f"{PARSER}email_headers_no_delimiter.txt": "And another reply!",
    f"{PARSER}email_sent_from_iPhone.txt": HERE,
    f"{PARSER}email_sent_from_multi_word_mobile_device.txt": HERE,
    f"{PARSER}email_sent_from_BlackBerry.txt": HERE,
    f"{PARSER}email_sent_from_not_signature.txt": f"{HERE}\n\nSent from my desk, is much easier than my mobile phone.",
    f"{TALON}standard_replies/android.eml": "Hello",
    f"{TALON}standard_replies/aol.eml": "Hello",
    f"{TALON}standard_replies/apple_mail.eml": "Hello",
    f"{TALON}standard_replies/apple_mail_2.eml": "Hello",
    f"{TALON}standard_replies/comcast.eml": "Hello",
    f"{TALON}standard_replies/gmail.eml": "Hello",
    f"{TALON}standard_replies/hotmail.eml": "Hello",
    f"{TALON}standard_replies/iphone.eml": "Hello",
    f"{TALON}standard_replies/outlook.eml": "Hello",
    f"{TALON}standard_replies/sparrow.eml": "Hello",
    f"{TALON}standard_replies/thunderbird.eml": "Hello",
    f"{TALON}standard_replies/yahoo.eml": "Hello",
}
# Words that must be there, and words that must not.
PARTS: dict[str, tuple[list[str], list[str]]] = {
    f"{GITHUB}email_1_1.txt": (
        ["What is the best way"],
        ["Abhishek Kona", "riak-users"],
    ),
    f"{GITHUB}email_1_3.txt": (["Oh thanks.", "Having"], ["-Abhishek", "On 01/03/11", "Since there"]),
    f"{GITHUB}email_1_2.txt": (["Hi,", "You can list"], ["> What is", "riak-users mailing list"]),
    f"{GITHUB}email_1_8.txt": (["I will reply", "and under this."], ["okay?", "this is my signature"]),
    f"{GITHUB}email_1_4.txt": (["Awesome"], ["Loader", "On "]),
    f"{GITHUB}email_1_5.txt": (["One: Here's what I've got"], []),
    f"{GITHUB}correct_sig.txt": (["this is an email with a correct"], ["rick"]),
    f"{GITHUB}email_1_6.txt": (["I get"], ["Was this"]),
    f"{GITHUB}email_1_7.txt": ([":+1:"], ["Steps 0-2"]),
    f"{GITHUB}email_one_is_not_on.txt": (["One outstanding question"], ["On Oct 1, 2012"]),
    f"{GITHUB}greedy_on.txt": (["On your remote host"], ["On 9 Jan 2014"]),
    f"{GITHUB}email_sig_delimiter_in_middle_of_line.txt": (["not a signature"], []),
    f"{GITHUB}email_long_quote.txt": (["What is the best way"], [">>>>"]),
    f"{PARSER}email_1_1.txt": (["What is the best way"], ["riak-users", "-Abhishek Kona"]),
    f"{PARSER}email_1_3.txt": (["Oh thanks."], ["On 01/03/11 7:07 PM, Russell Brown wrote:", "-Abhishek Kona"]),
    f"{PARSER}email_1_4.txt": (["Awesome"], ["defunkt<reply@reply.github.com>"]),
    f"{PARSER}email_1_6.txt": (["I get"], ["<reply@reply.github.com>"]),
    f"{PARSER}email_1_7.txt": ([":+1:"], ["<notifications@github.com>wrote:"]),
    f"{PARSER}email_2_1.txt": (["Outlook with a reply"], ["Google Apps Sync Team"]),
    f"{PARSER}email_ja_1_1.txt": (["こんにちは"], []),
    f"{PARSER}email_ja_1_2.txt": (
        ["お世話になっております。織田です。"],
        ["明日の 11:00 でお願いいたします"],
    ),
    f"{PARSER}email_nl_1_1.txt": (["Riak"], ["riak-gebruikers"]),
    f"{PARSER}email_nl_1_2.txt": (["Outlook met een antwoord"], ["Google Apps Sync Team"]),
    f"{PARSER}email_pl_1_1.txt": (["Czesc Anno"], ["Pozdrawiam,\nJan"]),
    f"{PARSER}email_pl_1_2.txt": (["e"], ["Dnia 28 lutego 2023 14:00 Anna Nowak", "> Pozdrawiam,"]),
    f"{PARSER}email_pl_1_3.txt": (["e"], ["Z powazaniem,\nJan"]),
    f"{PARSER}email_swedish_2.txt": (["Hello Anna,"], ["/John"]),
    f"{PARSER}email_swedish_1.txt": (["Ursäkta mitt sena svar!"], ["Hej Person B,"]),
    f"{PARSER}email_sv_anon_1.txt": (["Berättar gärna."], ["Kan inte se att det står något", "Jag har försökt få tag"]),
    f"{PARSER}email_danish_1.txt": (["Hej Peter,"], ["Med venlig hilsen\nAnders Andersen", "Hej Anders,"]),
    f"{PARSER}email_danish_2.txt": (["Jeg har modtaget filerne."], ["Hilsen\nSøren", "Her er filerne du bad om."]),
    f"{PARSER}email_danish_3.txt": (["Svar."], ["Den 24."]),
    f"{PARSER}email_danish_4.txt": (["Svar."], ["Oprindelig meddelelse"]),
    f"{PARSER}email_danish_5.txt": (["Svar."], ["Kh\nPeter"]),
    f"{TALON}html_replies/gmail.html": (["Hi. I am fine"], ["Hello! How are you"]),
    f"{TALON}html_replies/hotmail.html": (["Hi. I am fine"], ["Hello! How are you"]),
    f"{TALON}html_replies/mail_ru.html": (["Hi. I am fine"], ["Hello! How are you"]),
    f"{TALON}html_replies/ms_outlook_2003.html": (["Hi. I am fine"], ["Hello! How are you"]),
    f"{TALON}html_replies/ms_outlook_2007.html": (["Hi. I am fine"], ["Hello! How are you"]),
    f"{TALON}html_replies/ms_outlook_2010.html": (["Hi. I am fine"], ["Hello! How are you"]),
    f"{TALON}html_replies/thunderbird.html": (["Hi. I am fine"], ["Hello! How are you"]),
    f"{TALON}html_replies/windows_mail.html": (["Hi. I am fine"], ["Hello! How are you"]),
    f"{TALON}html_replies/yandex_ru.html": (["Hi. I am fine"], ["Hello! How are you"]),
}
SIGNED = ["jeff", "johndoeexamplecom", "long", "short_url", "sparse"]


def words(file: Path, sender: str = "") -> str:
    """The reply in a sample: a mail, an HTML text or a plain text."""
    if file.suffix == ".eml":
        return reply_words(read_mail(file.read_bytes()).text)
    text = file.read_bytes().decode("utf-8", "replace")
    return reply_words(plain_text(text) if file.suffix == ".html" else text, sender)


def judged(mails: Path) -> dict[str, bool]:
    """Each sample, and whether its reply is what the other parser's tests expect."""
    right = {name: words(mails / name).strip() == whole for name, whole in WHOLE.items()}
    for name, (there, gone) in PARTS.items():
        text = words(mails / name)
        right[name] = all(part in text for part in there) and not any(part in text for part in gone)
    for name in SIGNED:
        base = mails / f"{SIGNATURES}{name}"
        sender, signature = (Path(f"{base}_{part}").read_text().strip() for part in ("sender", "signature"))
        right[name] = signature not in words(Path(f"{base}_body"), sender)
    return right


def test_nine_of_ten_replies_are_found(shared: Path) -> None:
    right = judged(shared / "data" / "mail")
    wrong = [name for name, is_right in right.items() if not is_right]
    assert len(right) > 65
    assert len(wrong) / len(right) <= 0.1, wrong
