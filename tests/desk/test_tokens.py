"""Programs at the door: let in to what was said, once paired, and out again."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW

from sincerely.desk.actions.tokens import MOST_TOKENS, PAIRED, make_token, offer_pairing, pair, revoke_token
from sincerely.desk.callers import NotLetIn, Scope, TooNarrow, caller
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.queries.tokens import tokens

pytestmark = pytest.mark.django_db


def test_a_token_lets_in_to_its_scopes_and_no_further(actor) -> None:
    _, secret = make_token(actor, name="Script", scopes=["read"], now=NOW)
    found = caller(secret, NOW)
    assert found.demand(Scope.READ).desk == actor.desk
    assert found.demand(Scope.READ).who == "Alice Archer (Script)"
    for scope in set(Scope) - {Scope.READ}:
        with pytest.raises(TooNarrow, match=scope):
            found.demand(scope)


def test_whoever_is_not_let_in_is_told_the_same_whatever_the_reason(actor) -> None:
    runs_out, revoked = (make_token(actor, name=name, days=1, now=NOW) for name in ("One", "Two"))
    revoke_token(actor, revoked[0].id, now=NOW)
    told = set()
    for secret, at in ((runs_out[1], NOW + timedelta(days=1)), (revoked[1], NOW), ("guessed", NOW), ("\udcff", NOW), ("", NOW)):
        with pytest.raises(NotLetIn) as error:
            caller(secret, at)
        told.add(str(error.value))
    assert len(told) == 1
    assert caller(runs_out[1], NOW + timedelta(hours=23)).actor.desk == actor.desk


def test_the_secret_itself_is_kept_nowhere(actor) -> None:
    from sincerely.desk.models import History, Pairing, Token

    _, secret = make_token(actor, name="Script", now=NOW)
    code = offer_pairing(actor, now=NOW)
    kept = f"{list(Token.objects.values())} {list(History.objects.values())} {list(Pairing.objects.values())}"
    assert secret not in kept
    assert code.replace("-", "") not in kept.replace("-", "")


def test_its_use_is_noted_by_the_minute(actor) -> None:
    made, secret = make_token(actor, name="Script", now=NOW)
    for seconds in (0, 30):
        caller(secret, NOW + timedelta(seconds=seconds))
    assert tokens(actor, NOW)[0].used_at == NOW.isoformat()
    caller(secret, NOW + timedelta(minutes=2))
    assert tokens(actor, NOW)[0].used_at == (NOW + timedelta(minutes=2)).isoformat()
    assert made.used_at is None


@pytest.mark.parametrize(
    "wrong", [{"scopes": ["all"]}, {"scopes": []}, {"days": 0}, {"days": 366}, {"name": " "}, {"name": "a\nb"}]
)
def test_what_makes_no_sense_is_refused(actor, wrong) -> None:
    with pytest.raises(DeskError):
        make_token(actor, **{"name": "Script", "now": NOW, **wrong})
    assert not tokens(actor, NOW)


def test_there_is_an_end_to_tokens(actor) -> None:
    for number in range(MOST_TOKENS):
        make_token(actor, name=f"Script {number}", now=NOW)
    with pytest.raises(DeskError, match="already"):
        make_token(actor, name="One more", now=NOW)
    revoke_token(actor, tokens(actor, NOW)[0].id, now=NOW)
    make_token(actor, name="One more", now=NOW)


def test_a_token_of_another_desk_is_as_if_it_were_not_there(actor) -> None:
    from sincerely.desk.access import Actor
    from sincerely.desk.models import Desk

    made, secret = make_token(actor, name="Script", now=NOW)
    other = Actor(Desk.objects.create(name="Eve", created_at=NOW, sample=True).pk, "Eve")
    with pytest.raises(NotThere):
        revoke_token(other, made.id, now=NOW)
    with pytest.raises(DeskError, match="sample"):
        make_token(other, name="Script", now=NOW)
    assert not tokens(other, NOW)
    assert caller(secret, NOW)


def test_a_code_pairs_one_program_once(actor) -> None:
    code = offer_pairing(actor, now=NOW)
    shape, secret = pair(f" {code.lower()} ", name="Firefox", now=NOW + timedelta(minutes=9))
    assert caller(secret, NOW).scopes == set(PAIRED)
    assert Scope.APPROVE not in PAIRED
    assert shape.name == "Firefox"
    with pytest.raises(NotLetIn):
        pair(code, name="Another", now=NOW)


def test_a_code_that_is_late_or_replaced_pairs_nothing(actor) -> None:
    first, second = offer_pairing(actor, now=NOW), offer_pairing(actor, now=NOW)
    for code, at in ((first, NOW), (second, NOW + timedelta(minutes=10)), ("", NOW), ("0" * 8, NOW)):
        with pytest.raises(NotLetIn):
            pair(code, name="Firefox", now=at)
    with pytest.raises(DeskError):
        pair(second, name="", now=NOW)
    assert pair(second, name="Firefox", now=NOW), "a name that is missing uses up no code"


def test_a_token_goes_with_its_desk(actor) -> None:
    from sincerely.desk.actions.erasing import erase_desk

    _, secret = make_token(actor, name="Script", now=NOW)
    erase_desk(actor, "Alice Archer")
    with pytest.raises(NotLetIn):
        caller(secret, NOW)


def test_an_export_tells_no_token(actor) -> None:
    from sincerely.desk.actions.exports import export_desk
    from sincerely.desk.callers import hash_of

    _, secret = make_token(actor, name="Script", now=NOW)
    assert hash_of(secret) not in str(export_desk(actor))
