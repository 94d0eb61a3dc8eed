"""Typst, given a template that stands beside this file and a letter as data: text never becomes markup."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from sincerely.press.paper import BadPaper, Format, Paper, image_kind

HERE = Path(__file__).parent
SHAPELESS = re.compile(r'the text `"(.{1,20}?)"` could not be displayed')


# Sharp on a screen of twice the usual density at half the width of a desk; a page is some 100 KB.
PIXELS_PER_INCH = 144.0


def letter(paper: Paper) -> bytes:
    """A letter as PDF, tagged so that a screen reader can read it; raises BadPaper where it cannot be set."""
    return whole(typeset("letter.typ", data_of(paper), datetime.combine(paper.on, time(), UTC), signature_of(paper)))


def pictures(paper: Paper) -> list[bytes]:
    """The pages of a letter as PNG, to look at on a screen; raises BadPaper where it cannot be set."""
    made = typeset("letter.typ", data_of(paper), datetime.combine(paper.on, time(), UTC), signature_of(paper), kind="png")
    return made if isinstance(made, list) else [made]


def data_of(paper: Paper) -> dict[str, Any]:
    """A letter as its template takes it."""
    return {
        "format": paper.format,
        "sender": [printable(line) for line in paper.sender],
        "recipient": [printable(line) for line in paper.recipient],
        "date": paper.dated,
        "subject": printable(paper.subject),
        "paragraphs": [paragraph.split("\n") for paragraph in paragraphs(paper.body)],
        "signed": printable(paper.signed).split("\n"),
        "postscript": [paragraph.split("\n") for paragraph in paragraphs(paper.postscript)],
        "enclosures": [printable(name) for name in paper.enclosures],
        "signature": signature_name(paper) if paper.signature else None,
    }


def signature_name(paper: Paper) -> str:
    return f"signature.{image_kind(paper.signature)}"


def signature_of(paper: Paper) -> dict[str, bytes]:
    """The picture that a letter needs, by its file name."""
    return {signature_name(paper): paper.signature} if paper.signature else {}


def label(recipient: Sequence[str], sender: Sequence[str] = (), kind: Format = Format.DIN, *, on: datetime) -> bytes:
    """An envelope label as PDF: 89 by 36 mm for DIN, 4 by 1⅓ inches for US; the sender stands small above."""
    if len(recipient) < 2:
        raise BadPaper("A label needs their postal address: the name, then street and town, each on its own line.")
    lines = {"recipient": [printable(line) for line in recipient], "sender": [printable(line) for line in sender]}
    return whole(typeset("label.typ", {"format": kind, **lines}, on, {}))


def typeset(
    template: str, data: Mapping[str, Any], on: datetime, pictures: Mapping[str, bytes], kind: Literal["pdf", "png"] = "pdf"
) -> bytes | list[bytes]:
    """A template filled with data, dated `on`; nothing is fetched, and only the given pictures can be read.

    Its font comes with typst; fonts of this machine lend what that lacks. A PDF is one file, pictures are one for each page.
    """
    import typst

    with TemporaryDirectory() as folder:
        for name, picture in pictures.items():
            (Path(folder) / name).write_bytes(picture)
        try:
            made: bytes | list[bytes] = typst.compile(  # type: ignore[type-var]  # its stub ties the kinds of all paths together
                (HERE / template).read_bytes(),
                root=folder,
                sys_inputs={"data": json.dumps(data)},
                format=kind,
                ppi=PIXELS_PER_INCH,
                pdf_standards=["ua-1"] if kind == "pdf" else [],
                timestamp=on,
            )
        except typst.TypstError as error:
            raise BadPaper(trouble(error.message)) from None
    return made


def whole(made: bytes | list[bytes]) -> bytes:
    """One file; raises BadPaper where there are several."""
    if not isinstance(made, bytes):
        raise BadPaper("The letter cannot be set as one file.")
    return made


def trouble(said: str) -> str:
    """What typst could not do, in our words."""
    if shapeless := SHAPELESS.search(said):
        return f"No font on this machine has the sign {shapeless[1]}: install one such as Noto Sans, or write it otherwise."
    if "image" in said:
        return "The signature's picture cannot be read: save it again as PNG or JPEG."
    return f"The letter cannot be set: {said}."


def paragraphs(body: str) -> list[str]:
    """The paragraphs of a text, their own line breaks kept."""
    return [part.strip("\n") for part in printable(body).replace("\r\n", "\n").split("\n\n") if part.strip()]


def printable(text: str) -> str:
    """The text without control characters, which have no shape on paper, and without halves of broken characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign for sign in whole if sign.isprintable() or sign in "\n\t" or sign == "\u00a0")
