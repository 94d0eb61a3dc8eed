"""What the person calls fine on their desk: a phrase that a rule leaves alone, or a whole rule."""

from datetime import datetime

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import DeskError, action
from sincerely.desk.record import record
from sincerely.desk.shapes import DeskShape
from sincerely.desk.shaping import desk_shape
from sincerely.proof.rulebook import rule_ids

LONGEST_PHRASE = 200
MOST_PHRASES = 2000


@action
def call_fine(actor: Actor, rule: str, phrase: str = "", *, now: datetime) -> DeskShape:
    """From now on a rule leaves a phrase alone, or, without a phrase, everything. For one message alone: `allow_rule`."""
    desk = access_desk(actor)
    phrase = phrase_of(phrase)
    if rule not in rule_ids():
        raise DeskError(f"There is no rule {rule!r}. A finding says its rule, such as hostility/profanity.")
    if not phrase:
        desk.allowed_rules = sorted({*desk.allowed_rules, rule})
    elif [rule, phrase] not in desk.fine_phrases:
        if len(desk.fine_phrases) >= MOST_PHRASES:
            raise DeskError(f"The desk holds {MOST_PHRASES} such phrases already. Take some back, or switch the rule off.")
        desk.fine_phrases = sorted([*desk.fine_phrases, [rule, phrase]])
    desk.save(update_fields=["allowed_rules", "fine_phrases"])
    record(actor, now, "call-fine", desk, f"{rule} leaves {'a phrase' if phrase else 'everything'} alone.", rule=rule)
    return desk_shape(desk)


@action
def call_back(actor: Actor, rule: str, phrase: str = "", *, now: datetime) -> DeskShape:
    """A rule speaks of a phrase again, or, without a phrase, of everything that no phrase excepts."""
    desk = access_desk(actor)
    phrase = phrase_of(phrase)
    known = [rule, phrase] in desk.fine_phrases if phrase else rule in desk.allowed_rules
    if not known:
        raise DeskError(f"{rule} does not leave {'that phrase' if phrase else 'everything'} alone. See what is: sincerely fine.")
    desk.fine_phrases = [row for row in desk.fine_phrases if row != [rule, phrase]]
    desk.allowed_rules = [other for other in desk.allowed_rules if phrase or other != rule]
    desk.save(update_fields=["allowed_rules", "fine_phrases"])
    record(actor, now, "call-back", desk, f"{rule} speaks of {'a phrase' if phrase else 'everything'} again.", rule=rule)
    return desk_shape(desk)


def phrase_of(words: str) -> str:
    """A phrase as it is kept: its capitals make no difference."""
    return entries.line(" ".join(words.split()), "phrase", LONGEST_PHRASE).casefold()
