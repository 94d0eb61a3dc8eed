"""What a host answered, and its bytes as text."""

import codecs
import re
from dataclasses import dataclass

# Codecs of Python that are no way of writing pages.
ODD = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
# A page may say its charset in its first 1,024 bytes (HTML, 13.2.3.2); an XML text in its first line.
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""")
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one request; only one with status 200 has a body.

    `type` is the media type without parameters, `moved_to` the address that a redirect names, `retry_after` what the host says
    of when to come again; `etag` and `modified` are what it wants to be asked with next time. It took so many `seconds`.
    """

    address: str
    body: bytes = b""
    type: str = ""
    charset: str = ""
    status: int = 200
    etag: str = ""
    modified: str = ""
    moved_to: str = ""
    retry_after: str = ""
    seconds: float = 0.0

    def text(self) -> str:
        """The body as text: by its mark, by what the host or the page says, else UTF-8, else as old browsers read it."""
        for mark, name in MARKS:
            if self.body.startswith(mark):
                return self.body.decode(name, "replace").lstrip("\ufeff")
        declared = DECLARED.search(self.body[:1024])
        for name in (self.charset, declared[1].decode() if declared else "", "utf-8"):
            known = text_codec(name)
            if known:
                try:
                    return self.body.decode(known)
                except UnicodeError:
                    continue
        return self.body.decode("cp1252", "replace")


def text_codec(name: str) -> str:
    """The codec that a label means for pages; empty where it means none."""
    try:
        found = codecs.lookup(name.strip().lower()) if name.strip().isascii() and name.strip() else None
    except (LookupError, ValueError):
        found = None
    if found is None or found.name in ODD or not getattr(found, "_is_text_encoding", False):
        return ""
    # Browsers take Latin-1 for its larger sister (Encoding Standard, 4.2).
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name
