"""An attachment that was promised and is missing, or one that nobody asked for and that does not fit.

*What it looks for*: "I attach", "please find enclosed" and their like in an e-mail without any attachment; programs,
scripts, macros and files with a false ending (hold); pictures, films, sound, archives and files of over 10 MB that
the contact did not ask for (facts: `requested`, or the notes on the interview). A CV, a portfolio or a reference as a
document is welcome.
*Why it matters*: a forgotten attachment costs a second mail; a program from a stranger looks like an attack and Gmail
refuses it (Google, "File types blocked in Gmail"); mail servers refuse what is over some 20 MB (Gmail 25 MB,
Outlook.com 20 MB).
*Remedy*: attach the file, or take out the words; leave out what nobody asked for, or ask first.
"""

from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.letter import Attachment
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.rules.professional._enclosed import is_asked_for, promise
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Channel, Part, Severity, Span

HERE = Path(__file__).parent
MEGABYTE = 1_000_000
MOST_UNASKED = 10 * MEGABYTE
MOST_SENT = 25 * MEGABYTE
SMALL_PICTURE = 30_000
REVERSING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
KINDS = (
    ("_picture_endings", "picture", "image/"),
    ("_media_endings", "film or sound file", "video/"),
    ("_archive_endings", "archive", "application/zip"),
)
PROGRAM_TYPES = (
    "x-msdownload",
    "x-msdos",
    "x-dosexec",
    "portable-executable",
    "x-executable",
    "java-archive",
    "x-sh",
    "hta",
    "vbscript",
)

BODY = "Dear Ms Reed,\n\nThank you for showing me the wards on Monday.{}\n\nKind regards,\nOle Dahl"


def sending(
    words: str, *names: str, size: int = 200_000, quote: str = "", channel: Channel = Channel.EMAIL, **record: object
) -> Example:
    """An example with some words on enclosures, and some files."""
    files = [{"name": name, "size": size} for name in names]
    body = BODY.format(f" {words}" if words else "")
    return Example(body=body, channel=channel, quote=quote or words, message={"attachments": files}, record=dict(record))


RULE = Rule(
    severity=Severity.WARNING,
    title="An attachment is missing, or does not fit",
    why="A promised file that is missing costs a second mail; unasked pictures, archives and programs look like spam or worse.",
    flags=(
        sending("My certificates are attached.", quote="attached"),
        sending("Please find enclosed my shift plan.", quote="enclosed"),
        sending("You will find my plan for the night shift enclosed.", quote="find my plan for the night shift enclosed"),
        sending("I've attached the rota that you asked for.", quote="attached"),
        sending("See attachment for my references.", quote="See attachment"),
        sending("If you would like to look at it, my plan is attached.", quote="attached"),
        sending("The two references come with this mail.", quote="come with this mail"),
        sending("Here are the references that you asked for.", quote="Here are the references"),
        sending("My plan is attached if you should want to see it.", quote="attached"),
        sending("", "holiday.gif", quote="holiday.gif"),
        sending("", "me_on_the_beach.jpg", quote="me_on_the_beach.jpg"),
        sending("", "everything.zip", quote="everything.zip"),
        sending("", "cv.pdf.exe", quote="cv.pdf.exe"),
        sending("", "shift_planner.xlsm", quote="shift_planner.xlsm", requested=["shift planner"]),
        sending("", "film.pdf", size=14_000_000, quote="film.pdf"),
    ),
    passes=(
        sending("My certificates are attached.", "certificates.pdf"),
        sending("I can attach my certificates to a further mail, if that helps."),
        sending("I have attached nothing, since you have it all on file."),
        sending("I have become attached to the old wing, and the gardener's house attached to the north ward."),
        sending("The form that you attached to your mail of Tuesday was easy to fill in."),
        sending("The signed form is enclosed.", channel=Channel.LETTER),
        sending("You would find me in the enclosed garden most lunchtimes."),
        sending("Here is the page that you asked for: https://ward.example/dahl."),
        sending("I was happy with my answer, and here we are."),
        sending("", "Dahl_CV.pdf", "references.docx"),
        sending("", "ward_photo.jpg", requested=["a photo of the ward"]),
        sending("As you asked, here is the picture.", "ward.jpg"),
        sending("", "ward.jpg", interview={"notes": "She wanted to see photographs of my last ward"}),
        sending("", "nursing_licence_scan.jpg"),
        sending("", "image001.png", size=9_000),
    ),
    channels=frozenset({Channel.EMAIL, Channel.TEXT, Channel.LETTER}),
)


def look(reading: Reading) -> Iterator[Mark]:
    letter = reading.letter
    if reading.channel == Channel.EMAIL and not letter.attachments and (promised := promise(reading)):
        advice = Remedy("Attach the file, or take these words out.")
        yield Mark(promised.part, promised.span, "These words promise an attachment, but none is there.", advice)
    place = 0
    for attachment in letter.attachments:
        span = Span(place, place + len(attachment.name))
        place = span.end + len(", ")
        yield from misfits(reading, attachment, span)
    total = sum(attachment.size for attachment in letter.attachments)
    if total > MOST_SENT:
        yield Mark(
            Part.ATTACHMENTS, None, f"All attachments together have {total // MEGABYTE} MB.", Remedy("Send a link instead.")
        )


def misfits(reading: Reading, attachment: Attachment, span: Span) -> Iterator[Mark]:
    """What is wrong with one file: a program, an unasked picture or archive, too large."""
    asked = is_asked_for(reading, attachment)
    ending = attachment.name.rstrip(" .").rpartition(".")[2].lower() if "." in attachment.name else ""
    kind = kind_of(attachment, ending)
    if is_program(attachment, ending) and not (asked and ending in wordlist("_script_endings", HERE)):
        message = f"“{attachment.name}” is a program or script: mail systems block it, and it looks like an attack."
        yield Mark(Part.ATTACHMENTS, span, message, Remedy("Leave it out; describe it, or offer a link."), severity=Severity.HOLD)
    elif kind and not asked and not (kind == "picture" and is_document(attachment)):
        advice = Remedy("Leave it out, or ask first whether it is wanted.")
        yield Mark(Part.ATTACHMENTS, span, f"Nobody asked for a {kind} (“{attachment.name}”).", advice)
    elif attachment.size > (MOST_SENT if asked else MOST_UNASKED):
        message = f"“{attachment.name}” has {attachment.size // MEGABYTE} MB, more than many inboxes take."
        yield Mark(Part.ATTACHMENTS, span, message, Remedy("Make it smaller, or send a link."))


def is_program(attachment: Attachment, ending: str) -> bool:
    return (
        ending in wordlist("_program_endings", HERE) | wordlist("_script_endings", HERE)
        or any(program in attachment.type.lower() for program in PROGRAM_TYPES)
        or not REVERSING.isdisjoint(attachment.name)
    )


def kind_of(attachment: Attachment, ending: str) -> str:
    """Picture, film or archive, by ending or type; empty for a document."""
    for endings, kind, mime in KINDS:
        if ending in wordlist(endings, HERE) or attachment.type.lower().startswith(mime):
            return kind
    return "film or sound file" if attachment.type.lower().startswith("audio/") else ""


def is_document(attachment: Attachment) -> bool:
    """True for a picture that is a document (a scanned licence), or part of a signature (a small logo)."""
    name = attachment.name.lower()
    small = 0 < attachment.size <= SMALL_PICTURE and any(word in name for word in ("image0", "logo", "signature"))
    return small or any(word in name for word in wordlist("_paper_words", HERE))
