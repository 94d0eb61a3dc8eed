"""People are addressed by the part of the name that is surely right, and else by all of it."""

import pytest

from sincerely.pen import Contact
from sincerely.pen.names import Address, address


@pytest.mark.parametrize(
    ("contact", "near", "formal"),
    [
        (Contact("Clara Lindqvist"), "Clara", "Clara Lindqvist"),
        (Contact("Dr Ifeoma Eze"), "Dr Eze", "Dr Eze"),
        (Contact("Nguyễn Thị Hương"), "Nguyễn Thị Hương", "Nguyễn Thị Hương"),
        (Contact("Szabó Katalin"), "Szabó Katalin", "Szabó Katalin"),
        (Contact("Park Min-jun"), "Park Min-jun", "Park Min-jun"),
        (Contact("Robert Quill", nickname="Bob"), "Bob", "Robert Quill"),
        (Contact("Priya Raghunathan", honorific="Ms"), "Ms Raghunathan", "Ms Raghunathan"),
        (Contact("Prof. Philip Ashdown, PhD"), "Professor Ashdown", "Professor Ashdown"),
        (Contact("Sister Mary Agnes"), "Sister Mary Agnes", "Sister Mary Agnes"),
        (Contact("Sir Ian Holt"), "Sir Ian", "Sir Ian"),
        (Contact("Lindqvist, Clara"), "Clara", "Clara Lindqvist"),
        (Contact("CLARA VAN DER BERG"), "Clara", "Clara van der Berg"),
        (Contact("Mary J. Oduya", honorific="Mrs."), "Mrs Oduya", "Mrs Oduya"),
        (Contact("Recruitment Team"), "Recruitment Team", "Recruitment Team"),
        (Contact("Lisa Jobs"), "Lisa", "Lisa Jobs"),
        (Contact("careers@northbeck.example"), "", ""),
        (Contact("Hiring Manager"), "", ""),
        (Contact("[Name]"), "", ""),
        (Contact(), "", ""),
    ],
)
def test_the_greeting_names_the_person(contact: Contact, near: str, formal: str) -> None:
    assert address(contact, None) == Address(near, formal)


def test_americans_write_a_point_after_a_title() -> None:
    assert address(Contact("Ifeoma Eze", honorific="Dr"), british=False).formal == "Dr. Eze"
