"""Roles against the record."""

import pytest
from tests.proof.language.reports import loud

RULE = "language/role"


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("Veterinary Receptionist", "The receptionist's job is the one I want."),
        ("Senior Data Engineer", "I applied for the Data Engineer position."),
        ("Head of History", "The history post would suit me."),
        ("Textile Conservator", "I would love to hear about the conservator post."),
        ("Excavator Driver", "Is the operator's job still open?"),
        ("Sous Chef", "As a Payroll Clerk I learnt patience, and my Bar Manager job taught me tact."),
        ("Sous Chef", "My previous role of Bar Manager at Lake House was a joy."),
        ("Sous Chef", "I worked as Head Waiter for six years."),
        ("Lecturer in Linguistics", "I remain interested in the lectureship."),
        ("", "I would love to join you as Welder."),
    ],
)
def test_a_right_role_and_other_roles_elsewhere_are_left_alone(role: str, text: str) -> None:
    assert loud(RULE, f"Dear Ada,\n\n{text}\n\nOlu", role=role) == []


@pytest.mark.parametrize(
    ("role", "text", "wrong"),
    [
        ("Quality Technician", "Please consider me for the position of Production Planner.", "Production Planner"),
        ("Sous Chef", "I would be proud to join you as Payroll Clerk.", "Payroll Clerk"),
        ("Sous Chef", "I am keen on the Bar Manager role.", "Bar Manager"),
        ("Sous Chef", "As Bar Manager I would keep the cellar full.", "Bar Manager"),
        ("Night Porter", "The Kitchen Porter role is the one I want.", "Kitchen Porter"),
        ("Fraud Analyst", "Thank you for the interview for the Data Analyst post.", "Data Analyst"),
        ("Sous Chef", "I hope to hear about the welder's job.", "welder"),
    ],
)
def test_another_role_is_a_warning(role: str, text: str, wrong: str) -> None:
    assert loud(RULE, f"Dear Ada,\n\n{text}\n\nOlu", role=role) == [wrong]


def test_a_role_may_be_called_by_its_initials() -> None:
    body = "Dear Ada,\n\nThank you for the talk about the SRE position.\n\nOlu"
    assert loud(RULE, body, role="Site Reliability Engineer", subject="SRE role – thank you") == []


@pytest.mark.parametrize("subject", ["Payroll Clerk – thank you", "Re: Payroll clerk", "Thank you: Payroll Clerk interview"])
def test_another_role_in_the_subject_is_a_warning(subject: str) -> None:
    assert len(loud(RULE, "Dear Ada,\n\nThank you.\n\nOlu", role="Sous Chef", subject=subject)) == 1
    assert loud(RULE, "Dear Ada,\n\nThank you.\n\nOlu", role="Payroll Clerk", subject=subject) == []


@pytest.mark.parametrize(
    ("role", "sentence", "wrong"),
    [
        ("Tutor in Botany", "I would be glad to take the post of Tutor in Geology.", "Tutor in Geology"),
        ("Claims Clerk", "Thank you for the talk about the Claims Assessor role.", "Claims Assessor"),
        ("Shop Manager", "I write about our talk of Friday for the Kitchen Porter position.", "Kitchen Porter"),
    ],
)
def test_another_field_or_another_last_word_is_another_role(role: str, sentence: str, wrong: str) -> None:
    body = f"Dear Ada,\n\n{sentence}\n\nKind regards,\nOlu Bright"
    assert loud(RULE, body, role=role, me="Olu Bright") == [wrong]


def test_the_same_field_said_in_another_order_is_the_same_role() -> None:
    body = "Dear Ada,\n\nI would be glad to take the post of Teacher of Physics.\n\nKind regards,\nOlu Bright"
    assert loud(RULE, body, role="Physics Teacher", me="Olu Bright") == []
