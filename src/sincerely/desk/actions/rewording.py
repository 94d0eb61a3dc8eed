"""Other words from the person's own model: asked once the person saw what goes, laid beside the draft, taken or left."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sincerely.cadence.wording import CHANNELS, STAGES
from sincerely.desk import entries
from sincerely.desk.access import Actor, access_message
from sincerely.desk.actions.drafts import edit_draft, editable, note
from sincerely.desk.actions.ghosts import endpoint_of, stays_here
from sincerely.desk.actions.proposals import propose
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Message, Version
from sincerely.desk.shapes import MessageShape
from sincerely.desk.shaping import message_shape
from sincerely.desk.snapshots.material import hiding, in_the_open, known_of, material_of
from sincerely.ghost.answering import read_said
from sincerely.ghost.asking import LONGEST_OWN, MOST_WORDS, Question, Wish, to_draft, to_reword
from sincerely.ghost.endpoint import GhostError
from sincerely.ghost.grounding import doubts
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Stage

MOST_DOUBTS = 100


class NotSeen(DeskError):
    """What would go to the model is not what the person saw; nothing went."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants of their model. `passage`: the words to write again, the whole text where empty; `own`: how, in
    their own words; `fault`: what proof says of the passage. `hidden`: names stay here; None where that goes by the place."""

    wish: Wish
    passage: str = ""
    own: str = ""
    fault: str = ""
    hidden: bool | None = None


def question(actor: Actor, row: Message, wanted: Wanted, now: datetime) -> Question:
    """What goes to the model; raises DeskError where there is none, or nothing to ask about."""
    endpoint = endpoint_of(actor)
    if row.state != Message.State.DRAFT:
        raise DeskError(f"Message {row.pk} is {row.state}: its words are settled. Only a draft can be given other words.")
    kept_back = not stays_here(endpoint) if wanted.hidden is None else wanted.hidden
    hide = hiding(row, now) if kept_back else in_the_open
    channel = Channel(row.channel)
    if wanted.wish is Wish.DRAFT:
        kind, how = STAGES[Stage(row.stage)], CHANNELS[channel]
        material = material_of(row, now)
        if wanted.own:
            material["what the writer wishes"] = entries.line(wanted.own, "wish", LONGEST_OWN)
        return to_draft(endpoint, material, kind=kind, channel=how, subject=channel is Channel.EMAIL, hide=hide)
    passage = row.body[slice(*place(row.body, wanted.passage))]
    if not passage.strip():
        raise DeskError("There are no words to write again yet. Ask for a draft, or write some.")
    if len(passage) > MOST_WORDS:
        raise DeskError(f"A model is asked about {MOST_WORDS:,} characters at most. Choose a part of the text.")
    own = entries.line(wanted.own, "wish", LONGEST_OWN)
    if wanted.wish is Wish.OWN and not own:
        raise DeskError("Say in a few words how you want it.")
    return to_reword(endpoint, wanted.wish, passage, own=own, fault=wanted.fault[:LONGEST_OWN], hide=hide)


def place(body: str, passage: str) -> tuple[int, int]:
    """Where a passage stands, the whole text for none; raises DeskError where it stands there no more."""
    wanted = passage.replace("\r\n", "\n").strip()
    if not wanted:
        return 0, len(body)
    start = body.find(wanted)
    if start < 0:
        raise DeskError("The words that you chose do not stand in the text as it is now. Choose them again.")
    return start, start + len(wanted)


def seal_of(asked: Question) -> str:
    """A SHA-256, in hex, of where a question goes and of its very bytes."""
    return hashlib.sha256(asked.endpoint.questions.encode() + b"\0" + asked.body).hexdigest()


@action
def ask_model(actor: Actor, message: int, wanted: Wanted, *, seen: str, now: datetime) -> Question:
    """The question that goes to the model now, with a line in the history. `seen`: the `seal_of` what the person saw.

    Raises NotSeen where it would be another one.
    """
    row = access_message(actor, message)
    asked = question(actor, row, wanted, now)
    if seal_of(asked) != seen:
        raise NotSeen("What would go to your model has changed since you saw it. Nothing went. Look at it again.")
    where = "on this machine" if stays_here(asked.endpoint) else f"at {asked.endpoint.host}, which is not this machine"
    note(actor, now, "ask-model", row, f"Asked your own model {where} about the draft to {row.contact.name}.")
    return asked


@action
def lay_beside(actor: Actor, message: int, wanted: Wanted, asked: Question, answer: str, *, now: datetime) -> int:
    """Lays what a model answered beside the draft, names in their places; the number of the version that holds it.

    The draft itself stays as it is. Raises DeskError, in one line, for an answer that is no words for a note.
    """
    row = access_message(actor, message)
    try:
        said = read_said(asked.blanks.fill(answer), subject=wanted.wish is Wish.DRAFT)
    except GhostError as error:
        raise DeskError(str(error)) from None
    body = said.body
    if wanted.wish is not Wish.DRAFT:
        start, end = place(row.body, wanted.passage)
        body = row.body[:start] + body + row.body[end:] if wanted.passage.strip() else body
    if body.strip() == row.body.strip():
        raise DeskError("Your model gave the same words back. Nothing was changed. Ask in another way.")
    propose(actor.as_loop(f"your own model ({asked.endpoint.model})"), message, subject=said.subject[:900], body=body, now=now)
    kept = Version.objects.filter(message=row).exclude(proposed_by="").latest("id")
    return int(kept.pk)


@action
def take(actor: Actor, message: int, version: int, *, rulebook: Rulebook, now: datetime) -> MessageShape:
    """Puts a version in the draft's place. Of one that a program proposed, words that nobody told are held until vouched for."""
    row = editable(actor, message)
    kept = Version.objects.filter(message=row, pk=version).first()
    if kept is None:
        raise DeskError("That version is not kept any more. Choose another.")
    subject = kept.subject if row.channel in (Channel.EMAIL, Channel.LETTER) else None
    if kept.proposed_by:
        known = known_of(row, now)
        found = [doubt.quote for text in (subject or "", kept.body) for doubt in doubts(text, known)]
        doubt_words(row, [*row.doubted.splitlines(), *found])
    return edit_draft(actor, message, subject=subject, body=kept.body, rulebook=rulebook, now=now)


def doubt_words(row: Message, words: Iterable[str]) -> None:
    row.doubted = "\n".join(list(dict.fromkeys(" ".join(each.split()) for each in words))[:MOST_DOUBTS])
    row.save(update_fields=["doubted"])


@action
def vouch(actor: Actor, message: int, words: str, *, now: datetime) -> MessageShape:
    """The person says that words which nobody told are true."""
    row = editable(actor, message)
    doubted = row.doubted.splitlines()
    if words not in doubted:
        raise DeskError("Those words are not in doubt any more.")
    doubt_words(row, [each for each in doubted if each != words])
    note(actor, now, "vouch", row, f"Said that “{words}” is true in the draft to {row.contact.name}.")
    return message_shape(row)
