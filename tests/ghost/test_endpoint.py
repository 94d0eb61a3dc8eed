"""Asking a model: the wire, its limits, and what goes wrong in one line."""

import pytest
from tests.ghost.conftest import Model

from sincerely.ghost import endpoint as module
from sincerely.ghost.endpoint import Endpoint, GhostError, ask


def test_a_question_goes_out_as_the_wire_has_it(model: Model) -> None:
    model.answer = "Quite decent."
    assert ask(model.endpoint, "You judge.", "Dear Jo") == "Quite decent."
    (body,) = model.asked
    assert model.paths == ["/v1/chat/completions"]
    assert (body["model"], body["temperature"], body["stream"]) == ("small", 0, False)
    assert [said["role"] for said in body["messages"]] == ["system", "user"]
    assert model.headers[0]["Authorization"] == "Bearer k-1"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"", "not as a language model"),
        (b"<html>", "not as a language model"),
        (b"[]", "not as a language model"),
        (b'{"choices": []}', "not as a language model"),
        (b'{"choices": [{"message": {"content": null}}]}', "not as a language model"),
        (b"[" * 100_000, "not as a language model"),
        (b'{"choices": "' + b"x" * (module.MOST_BYTES + 1), "too long"),
    ],
)
def test_nonsense_is_told_in_one_line(model: Model, answer: bytes, says: str) -> None:
    model.answer = answer
    with pytest.raises(GhostError, match=says) as caught:
        ask(model.endpoint, "s", "q")
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("status", [301, 307, 401, 404, 500])
def test_a_refusal_or_a_redirect_is_not_followed(model: Model, status: int) -> None:
    model.status = status
    with pytest.raises(GhostError, match=str(status)):
        ask(model.endpoint, "s", "q")
    assert len(model.paths) == 1


def test_a_model_that_hangs_is_given_up(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SECONDS", -1.0)
    monkeypatch.setattr(module.httpx2, "Client", lambda timeout, trust_env: CLIENT(timeout=5, trust_env=trust_env))
    with pytest.raises(GhostError, match="too long"):
        ask(model.endpoint, "s", "q")


CLIENT = module.httpx2.Client


def test_nobody_there_is_told() -> None:
    with pytest.raises(GhostError, match="cannot be asked"):
        ask(Endpoint("http://127.0.0.1:1/v1", "m"), "s", "q")


@pytest.mark.parametrize(
    "address", ["", "model", "ftp://127.0.0.1/", "http://models.example/v1", "https://me:key@models.example/v1", "http://[::1"]
)
def test_an_address_that_will_not_do_is_refused(address: str) -> None:
    with pytest.raises(GhostError):
        Endpoint(address, "m")


def test_a_key_stands_in_no_print() -> None:
    assert "k-secret" not in repr(Endpoint("https://models.example/v1", "m", "k-secret"))
