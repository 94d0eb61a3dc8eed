"""From what is owed to a note that went, as a program asks for it."""

import hashlib

import pytest
from tests.desk.conftest import NOTE

pytestmark = pytest.mark.django_db


def test_about_needs_no_token_and_everything_else_does(program) -> None:
    program.token = None
    assert program.get("/about")["name"] == "sincerely"
    told = program.get("/due", 401)
    assert told["type"].endswith("no-token")
    assert program.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_note_goes_from_due_to_the_outbox(program, scene) -> None:
    day = program.get("/due")
    owed = [touch for touch in (*day["late"], *day["today"]) if touch["contact"] == scene.bob]
    assert owed[0]["stage"] == "thank-you"
    told = {"contact": scene.bob, "stage": "thank-you", "body": NOTE, "subject": "Thank you"}
    note = program.post(f"/applications/{scene.application}/messages", told, 201)
    way = f"/messages/{note['id']}"
    assert program.get(f"{way}/report")["verdict"] in ("ready", "revise")
    look = program.post(f"{way}/look")
    assert hashlib.sha256(look["text"].encode()).hexdigest() == look["sha256"]
    assert "Thank you for your time today" in look["text"]
    program.post(f"{way}/approve", {"sha256": "0" * 64}, 409, Idempotency_Key="wrong")
    approved = program.post(f"{way}/approve", {"sha256": look["sha256"]}, Idempotency_Key="yes-1")
    assert approved["state"] == "approved"
    assert approved["consent_by"] == "Alice Archer (Script)"
    queued = program.post(f"{way}/send", {}, Idempotency_Key="send-1")
    assert queued["state"] == "queued"
    assert program.post(f"{way}/send", {}, Idempotency_Key="send-1") == queued
    assert program.post(f"{way}/withdraw")["state"] == "withdrawn"
    assert program.post(f"{way}/send", {}, Idempotency_Key="send-1") == queued, "the same key, the same answer"


def test_letters_are_checked_without_a_desk(program) -> None:
    program.token = None
    letters = [{"id": "a", "message": {"body": "Dear Ann,\n\nThank you, [NAME]."}}, {"id": "b", "message": 7}]
    first, second = program.post("/check", letters)
    assert first["id"] == "a"
    assert any(found["rule"] == "professional/placeholder" for found in first["findings"])
    assert second == {"id": "b", "error": "message: expected an object, found int"}


def test_a_yes_is_to_the_very_bytes_that_were_read(program, scene) -> None:
    note = scene.draft(body=NOTE)
    way = f"/messages/{note.id}"
    read = program.post(f"{way}/look")["sha256"]
    told = program.post(f"{way}/approve", {"sha256": read}, 400)
    assert told["errors"][0]["where"] == "header.Idempotency-Key"
    program.post(f"{way}/approve", {}, 422, Idempotency_Key="k")
    program.ask("PATCH", way, {"body": NOTE + "\nP.S. Other words."})
    assert program.post(f"{way}/approve", {"sha256": read}, 409, Idempotency_Key="k")["type"].endswith("stale")
    assert program.post(f"{way}/approve", {"sha256": ""}, 409, Idempotency_Key="k")["type"].endswith("stale")
    assert scene.message(note.id).state == "draft"


def test_a_held_note_is_told_with_its_reasons(program, scene) -> None:
    note = scene.draft(body="Dear Bob,\n\nThis forgotten [NAME] has a field left in.\n\nKind regards,\nAlice Archer")
    way = f"/messages/{note.id}"
    read = program.post(f"{way}/look")["sha256"]
    told = program.post(f"{way}/approve", {"sha256": read}, 409, Idempotency_Key="k")
    assert told["type"].endswith("held")
    assert told["reasons"]


def test_a_key_is_for_one_request(program, scene) -> None:
    first, second = scene.approved(), scene.approved(contact=scene.charlie)
    program.post(f"/messages/{first.id}/send", {}, Idempotency_Key="k")
    program.post(f"/messages/{first.id}/send", {"not_before": "2026-03-05T10:00:00Z"}, 409, Idempotency_Key="k")
    assert program.post(f"/messages/{second.id}/send", {}, 409, Idempotency_Key="k")["type"].endswith("key-reused")
    assert scene.message(second.id).state == "approved"


def test_files_come_and_go_as_their_bytes(program, scene) -> None:
    way = f"/messages/{scene.draft().id}/files"
    kept = program.ask("PUT", f"{way}/cv.pdf", b"%PDF-1.7 bytes")["attachments"]
    assert [(one["name"], one["size"]) for one in kept] == [("cv.pdf", 14)]
    assert program.ask("DELETE", f"{way}/cv.pdf")["attachments"] == []
    program.ask("PUT", f"{way}/big.bin", b"x" * (18 * 1024 * 1024 + 1), 413)


def test_what_happened_elsewhere_is_logged(program, scene) -> None:
    """As the browser extension does: who is it, may one write yet, and now one has."""
    (person,) = program.get("/names?search=bob@willow.example")["items"]
    may = program.get(f"/contacts/{person['id']}/may?stage=thank-you")
    assert may["allowed"] is True
    told = {"contact": person["id"], "channel": "email", "stage": "thank-you"}
    assert program.post(f"/applications/{scene.application}/sent", told, 201)["kind"] == "sent"
    again = program.get(f"/contacts/{person['id']}/may")
    assert again["allowed"] is False
    assert again["reasons"]
    assert again["next_allowed"]
