"""How well incoming mail is understood, and what hostile mail costs.

    .venv/bin/python benchmarks/mail.py [-v]

Sets of other people's mail in ../shared/data (see its README), and the mail under tests/post/samples/fresh, written by
strangers to the rules. `-v` names what was told wrongly. Each bomb runs in a process of its own: its CPU time, and the peak
of its memory, the interpreter and all libraries included.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
DATA = ROOT.parent / "shared" / "data"
SISIMAI = DATA / "mail" / "sisimai-set-of-emails"
# Labels that name no bounce of a mail: complaints, absence notes, reports of success.
OTHER = frozenset({"feedback", "vacation", "delivered"})
A_PERSON = b"From: Ann Lee <ann@acme.example>\r\nSubject: Re: Our talk\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
MEGA = 1_000_000
# What servers that still try write in their reports and subjects.
DELAY = re.compile(rb"^(?:action: *delayed|subject: [^\n]*\b(?:delay|still being retried|warning: could not send))", re.I | re.M)
Lines = list[tuple[str, str, list[str]]]


def share(right: int, total: int) -> str:
    return f"{right}/{total} = {right / total:.1%}" if total else "0/0"


def bounces() -> Lines:
    """Bounces found, hard told from soft, and what else the set holds."""
    from sincerely.post.mail import MailError, read_mail
    from sincerely.post.natures.nature import Bounce, Kind
    from sincerely.post.threads import classify

    labels = json.loads((SISIMAI / "labels_from_rb-sisimai.json").read_text())
    counts: Counter[str] = Counter()
    missed, hardness, late = [], [], []
    for file in sorted((SISIMAI / "maildir").rglob("*.eml")):
        try:
            nature = classify(read_mail(file.read_bytes()))
        except MailError:
            continue
        label = [each for each in labels.get(file.name, []) if each["reason"] not in OTHER]
        if file.name.startswith("rfc3834"):
            counts["away"] += nature.kind == Kind.AWAY
            counts["aways"] += 1
            continue
        if file.name.startswith("arf"):
            counts["complaint"] += nature.kind == Kind.STOP
            counts["complaints"] += 1
            continue
        if file.parent.name != "not" and labels.get(file.name, [{}])[0].get("reason") not in OTHER:
            counts["bounces"] += 1
            counts["bounce"] += nature.kind == Kind.BOUNCE
            missed += [file.name] if nature.kind != Kind.BOUNCE else []
        if DELAY.search(file.read_bytes()):
            counts["delays"] += 1
            late += [file.name] if nature.kind != Kind.BOUNCE else []
        if file.parent.name == "bsd" and label and nature.kind == Kind.BOUNCE:
            right = str(nature.bounce == Bounce.HARD).lower() in {each["hard"] for each in label}
            counts["hard"] += right
            counts["hards"] += 1
            hardness += [] if right else [f"{file.name} (label: {label[0]['reason']})"]
    return [
        ("bounces recognised", share(counts["bounce"], counts["bounces"]), missed),
        ("hard or soft as labelled", share(counts["hard"], counts["hards"]), hardness),
        ("notices of delay taken for a reply or a stop", f"{len(late)} of {counts['delays']}", late),
        ("absence notes told", share(counts["away"], counts["aways"]), []),
        ("complaints told", share(counts["complaint"], counts["complaints"]), []),
    ]


def people() -> Lines:
    """Mail that people wrote, and what of it was called a machine's."""
    from sincerely.post.mail import MailError, read_mail
    from sincerely.post.threads import classify

    mails = DATA / "mail"
    raws = {
        file: A_PERSON + file.read_bytes()
        for name in ("github-reply-parser", "mail-parser-reply")
        for file in (mails / name).rglob("*.txt")
    }
    raws |= {file: file.read_bytes() for name in ("talon", "stalwart-mail-parser") for file in (mails / name).rglob("*.eml")}
    wrong, count = [], 0
    for file, raw in raws.items():
        try:
            kind = classify(read_mail(raw)).kind
        except MailError:
            continue
        count += 1
        wrong += [] if kind.from_a_person else [f"{file.name}: {kind}"]
    return [("human mails called automatic, away or a bounce", f"{len(wrong)} of {count}", wrong)]


def fresh() -> Lines:
    """Mail by a stranger to the rules, as the tests have it."""
    from tests.post.test_natures_fresh import FOLDER, built

    from sincerely.post.threads import classify

    wrong, count = [], 0
    for file in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(file.read_text())["mail"]:
            found, count = classify(built(case)), count + 1
            same = found.kind in case["kind"].split("|") and case.get("bounce") in (None, found.bounce)
            wrong += [] if same and case.get("until") in (None, found.until) else [f"{case['name']}: {found.kind}"]
    return [("strangers' mail told as it is", share(count - len(wrong), count), wrong)]


def replies() -> Lines:
    """The reply alone, without quotations and signatures: what the tests of three reply parsers expect of their samples."""
    from tests.post.test_replies_corpus import judged

    right = judged(DATA / "mail")
    return [
        (
            "replies stripped as expected",
            share(sum(right.values()), len(right)),
            [name for name, fine in right.items() if not fine],
        )
    ]


def samples() -> Lines:
    """Every MIME and calendar sample through all that reads mail."""
    from sincerely.post.invites import InviteError, read_invites
    from sincerely.post.mail import MailError, read_mail
    from sincerely.post.threads import classify, reply_text

    errors, slow, refused, count = [], [], 0, 0
    longest = 0.0
    for file in sorted(file for name in ("mail", "ics") for file in (DATA / name).rglob("*") if file.is_file()):
        raw = file.read_bytes()
        began = time.process_time()
        try:
            if file.suffix != ".ics":
                mail = read_mail(raw)
                classify(mail), reply_text(mail)
            read_invites(raw)
        except (MailError, InviteError):
            refused += 1
        except Exception as error:
            errors.append(f"{file.name}: {type(error).__name__}")
        took = time.process_time() - began
        count, longest = count + 1, max(longest, took)
        slow += [f"{file.name}: {took:.1f} s"] if took > 2 else []
    return [
        (f"uncontrolled exceptions in {count} samples", str(len(errors)), errors),
        ("samples that took over 2 s", f"{len(slow)} (longest {longest:.2f} s)", slow),
    ]


def ics(*lines: str) -> bytes:
    head = ("BEGIN:VCALENDAR", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:1", "DTSTART:20260302T100000Z")
    return "\r\n".join([*head, *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def mime(body: str, *head: str) -> bytes:
    return "\r\n".join(["From: ann@acme.example", "Subject: x", *head, "", body]).encode()


BOMBS: dict[str, Callable[[], bytes]] = {
    "recurrence every second for ever": lambda: ics("RRULE:FREQ=SECONDLY"),
    "recurrence a thousand million times": lambda: ics("RRULE:FREQ=SECONDLY;COUNT=1000000000;BYSECOND=1,2,3"),
    "100,000 recurrence rules": lambda: ics(*["RRULE:FREQ=DAILY;COUNT=9999"] * 100_000),
    "100,000 further dates": lambda: ics("RDATE:" + ",".join(["20260302T100000Z"] * 100_000)),
    "100,000 people invited": lambda: ics(*(f"ATTENDEE:mailto:a{number}@x.example" for number in range(100_000))),
    "a time zone of 100,000 rules": lambda: (
        b"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Odd\r\n"
        + b"BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\n"
        b"RRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\n"
        * 100_000
        + b"END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Odd:20260302T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ),
    "100,000 calendars in one another": lambda: b"BEGIN:VCALENDAR\r\n" * 100_000,
    "a length of a thousand million weeks": lambda: ics("DURATION:P999999999W"),
    "a calendar line of 10 MB": lambda: ics("DESCRIPTION:" + "x" * 10 * MEGA),
    "a calendar line of 10 MB without a name": lambda: ics("x" * 10 * MEGA),
    "a calendar line of 10 MB, folded at each letter": lambda: ics("DESCRIPTION:" + "\r\n x" * 2_500_000),
    "a calendar line of 10 MB of parameters": lambda: ics("ATTENDEE;" + 'X="a";' * 1_600_000 + ":mailto:a@x.example"),
    "a header of 10 MB": lambda: mime("words", "X-Long: " + "x" * 10 * MEGA),
    "a subject of 900 KB of encoded words": lambda: mime("words", "Subject: " + "=?utf-8?q?a?= " * 64_000),
    "100,000 message ids in References": lambda: mime("words", "References: " + "<a@b> " * 100_000),
    "a body line of 10 MB": lambda: mime("x" * 10 * MEGA),
    "a body line of 10 MB of addresses": lambda: mime("a@a." * 2_500_000),
    "a body of 10 MB of quotations": lambda: mime(">" * 5 * MEGA + "\n" + "> x\n" * 1_250_000),
    "a body of 100,000 openings of a quotation": lambda: mime("On 1 March 2026 Ann wrote\n" * 100_000),
    "a body line of 10 MB in base64": lambda: mime("QUFB" * 2_500_000, "Content-Transfer-Encoding: base64"),
    "HTML of 10 MB, a million elements deep": lambda: mime("<div>" * 2 * MEGA, "Content-Type: text/html"),
    "HTML of 10 MB in one attribute": lambda: mime('<a href="' + "x" * 10 * MEGA, "Content-Type: text/html"),
    "HTML of 10 MB of open comments": lambda: mime("<!--" * 2_500_000, "Content-Type: text/html"),
    "2,000 multiparts in one another": lambda: b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (number, number) for number in range(2_000)
    ),
    "100,000 parts": lambda: mime("--b\r\n\r\nx\r\n" * 100_000, "Content-Type: multipart/mixed; boundary=b"),
    "a bounce of 10 MB of fields": lambda: (
        b"From: mailer-daemon@x.example\r\nSubject: Undelivered\r\nContent-Type: multipart/report; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: message/delivery-status\r\n\r\n" + b"Diagnostic-Code: smtp; 550 user user user\r\n" * 240_000
    ),
}


def defuse(name: str) -> None:
    """One bomb in this process: how it ended, its CPU seconds, and the peak of memory in MB."""
    from sincerely.post.invites import InviteError, read_invites
    from sincerely.post.mail import MailError, read_mail
    from sincerely.post.threads import classify, reply_text

    raw, ends = BOMBS[name](), []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    try:
        mail = read_mail(raw)
        classify(mail), reply_text(mail)
        ends.append("mail read")
        del mail
    except MailError:
        ends.append("mail refused")
    try:
        read_invites(raw)
        ends.append("invite read")
    except InviteError:
        ends.append("no invite")
    took, peak = time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps([", ".join(ends), took, peak / 1024, (peak - before) / 1024]))


def bombs() -> Lines:
    """Each bomb in a process of its own."""
    over, worst, most, more = [], 0.0, 0.0, 0.0
    for name in BOMBS:
        run = subprocess.run([sys.executable, __file__, "--bomb", name], capture_output=True, text=True, check=False)
        if run.returncode:
            over.append(f"{name}: {run.stderr.strip().splitlines()[-1]}")
            continue
        end, took, peak, grown = json.loads(run.stdout)
        worst, most, more = max(worst, took), max(most, peak), max(more, grown)
        if took > 1 or grown > 100:
            over.append(f"{name}: {end}, {took:.2f} s, {peak:.0f} MB, {grown:.0f} MB more than before")
    figures = f"{len(over)} of {len(BOMBS)} (longest {worst:.2f} s; most {more:.0f} MB, {most:.0f} MB with the program)"
    return [("bombs that took over 1 s or 100 MB", figures, over)]


def lines() -> Iterator[tuple[str, str, list[str]]]:
    for part in (bounces, people, replies, fresh, samples, bombs):
        yield from part()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", action="store_true", dest="verbose", help="name what was told wrongly")
    parser.add_argument("--bomb", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.bomb:
        return defuse(given.bomb)
    if not DATA.is_dir():
        sys.exit("The sets of mail are not there: ../shared/data must stand beside this checkout.")
    for name, figure, wrong in lines():
        print(f"{name:<52} {figure}", flush=True)
        for each in wrong if given.verbose else []:
            print(f"    {each}")
    return None


if __name__ == "__main__":
    main()
