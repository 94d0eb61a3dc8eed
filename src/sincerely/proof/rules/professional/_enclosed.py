"""Words that promise an attachment, and whether a file was asked for."""

import re
from dataclasses import dataclass
from pathlib import Path

from sincerely.proof.letter import Attachment
from sincerely.proof.names import folded
from sincerely.proof.reading import Reading
from sincerely.proof.sentences import cut_sentences
from sincerely.proof.wordlists import alternatives, wordlist
from sincerely.terms import Part, Span

HERE = Path(__file__).parent
CLUE = re.compile(r"\b(?:attach|enclos|pfa\b|with (?:this|the present|my) |here['’ ])", re.IGNORECASE)
MAIL = r"(?:this|the\ present|my)\ (?:e-?mail|mail|message|note|letter)"
DOCUMENTS = alternatives("_document_words", HERE)
PROMISE = re.compile(
    rf"""
      \b(?:i|we)(?:['’]ve|\ have|\ had|['’]m|\ am|\ also|\ hereby|\ herewith|\ now)*\ (?:also\ |just\ |now\ )?
        (?:attach|enclose|attaching|enclosing)\b
    | \b(?:i|we)(?:['’]ve|\ have)\ (?:also\ |just\ |now\ |already\ )?(?:attached|enclosed)\b
    | \b(?:i|we)\ (?:also\ |just\ )?(?:attached|enclosed)\ (?=(?:\S+\ ){{0,5}}?(?:{DOCUMENTS}))
    | \b(?:is|are|['’]s|you(?:['’]ll|\ will)\ find)\ (?:also\ |now\ |all\ |both\ |here\ )?(?:attached|enclosed)\b
        (?!\ (?:to|by|with|at|via|on|from|in)\b(?!\ {MAIL}))
    | \b(?:please\ |you(?:['’]ll|\ will|\ can)?\ (?:also\ )?)find\ (?:\S+\ ){{1,9}}?(?:attached|enclosed)\b
    | \b(?:attached|enclosed)\ (?:is|are|you(?:['’]ll|\ will)?\ find|please|herewith|hereto|below|here|to\ {MAIL})\b
    | (?:^|[.:;(–—-]\s*)(?:attached|enclosed)(?=:|\s|\))(?!\ (?:to|by|with|at|in)\b)
    | \b(?:please\ )?(?:see|find|view|review|check|open)\ (?:the\ |my\ |our\ )?(?:attached|enclosed|attachments?|enclosures?)\b
    | \b(?:in|as|with|per)\ (?:the\ |an?\ |my\ )?(?:pdf\ |word\ |file\ )?(?:attachments?|enclosures?|attached)\b
    | \bthe\ (?:attached|enclosed)\ (?=(?:\S+\ ){{0,3}}?(?:{DOCUMENTS}))
    | \b(?:{DOCUMENTS})s?(?:\ (?:and|or)\ \w+)?\ (?:attached|enclosed)\b(?!\ (?:to|by|with)\b(?!\ {MAIL}))
    | \b(?:come|comes|coming|go|goes|going|sent|sending|send|included?|including)\ (?:\S+\ ){{0,6}}?(?:along\ )?with\ {MAIL}
    | \b(?:along|together)\ with\ {MAIL}
    | \bhere(?:['’]s|\ is|\ are|\ come|\ comes)\ (?:\S+\ ){{1,6}}?(?:that\ |which\ )?(?:as\ )?you\ (?:had\ |have\ )?
        (?:asked|requested|wanted)\b(?!.*(?:https?:|www\.))
    | \bpfa\b
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
NO_PROMISE = re.compile(
    r"""
      \b(?:not|never|n['’]t|no|nothing|without|none|cannot|unable|thanks?\ (?:you\ )?for)\b
    | \b(?:can|could|would|may|might|shall|should|if|unless|whether|glad\ to|happy\ to|able\ to|want(?:ed)?\ to|meant\ to|forgot
        |going\ to|next\ time|later|soon|tomorrow|i['’]d|i['’]ll|will)\b(?!\ (?:be\ )?find)
    | \b(?:was|were|got|felt|grown|become|became|been)\ (?:\w+\ )?(?:attached|enclosed)
    | \byou(?:['’]ve|\ have|r\ colleague)?\ (?:kindly\ )?(?:attached|enclosed)
    """,
    re.VERBOSE | re.IGNORECASE,
)
NOTHING = re.compile(r"\s*(?:nothing|none|no)\b", re.IGNORECASE)
LONG_AGO = re.compile(
    r"\b(?:last|previous|earlier|first) (?:week|month|year|e-?mail|mail|message|note|letter|time)|\byesterday\b"
    r"|\bmy application\b",
    re.IGNORECASE,
)
AS_ASKED = re.compile(
    r"\b(?:as (?:you )?(?:asked|requested|agreed|promised|discussed|suggested)|as per your request|you (?:had |have "
    r"|kindly )?(?:asked|requested|wanted)"
    r"|you(?:['’]d| would) like(?:d)? to see|at your request|per your request|for which you asked)\b",
    re.IGNORECASE,
)
ASKED_IN_NOTES = re.compile(r"\b(?:ask|request|want|wish|like|send|sent|see|bring|invite|need|keen)\w*\b", re.IGNORECASE)
STEM = 5


@dataclass(frozen=True, slots=True)
class Promise:
    """Where an attachment is promised."""

    part: Part
    span: Span


def promise(reading: Reading) -> Promise | None:
    """The first words that promise an attachment to this mail; offers, refusals and what the other side attached are none."""
    if match := PROMISE.search(reading.letter.subject[:500]):
        return Promise(Part.SUBJECT, Span(*match.span()))
    own = reading.own
    if not CLUE.search(own):
        return None
    layout = reading.layout
    for within in (layout.prose, layout.postscript):
        for sentence in cut_sentences(own, within) if within else ():
            for match in PROMISE.finditer(own, sentence.start, sentence.end):
                if not refused(own, sentence, match):
                    return Promise(Part.BODY, trimmed(match))
    return None


def refused(own: str, sentence: Span, match: re.Match[str]) -> bool:
    """True where the clause around a match says that nothing is attached, or not now, or not by the writer."""
    before = own[max(sentence.start, match.start() - 60) : match.start()].rpartition(";")[2]
    clause = re.split(r",|\b(?:and|but)\b", before)[-1] + match[0]
    after = re.split(r"[,;.]", own[match.end() : min(sentence.end, match.end() + 60)])[0]
    return bool(NO_PROMISE.search(clause) or NOTHING.match(after) or LONG_AGO.search(clause + after))


def trimmed(match: re.Match[str]) -> Span:
    words = match[0]
    lead = len(words) - len(words.lstrip(" .:;(–—-\n"))
    return Span(match.start() + lead, match.end())


def is_asked_for(reading: Reading, attachment: Attachment) -> bool:
    """True where the record, the notes or the letter say that the contact asked for such a file."""
    facts = reading.facts
    wanted = " ".join(facts.requested or ())
    if wanted and fits(wanted, attachment):
        return True
    notes = facts.interview.notes
    if any(ASKED_IN_NOTES.search(note) and fits(note, attachment) for note in re.split(r"[;.]", notes)):
        return True
    return facts.requested is None and bool(AS_ASKED.search(reading.own))


def fits(words: str, attachment: Attachment) -> bool:
    """True where some words name this file, or its kind."""
    named = {word[:STEM] for word in re.findall(r"[^\W\d_]{3,}", folded(words))}
    called = {word[:STEM] for word in re.findall(r"[^\W\d_]{3,}", folded(attachment.name.rpartition(".")[0] or attachment.name))}
    shown = {word[:STEM] for word in wordlist("_shown_words", HERE)}
    return bool(named & called) or bool(named & shown)
