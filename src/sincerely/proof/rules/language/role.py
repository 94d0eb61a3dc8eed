"""Another role.

*What it looks for*: a role that is not the one on record, where the words around it give it out for the one applied for: "the
position of …", "the … job", "join you as …", or a part of the subject. Short forms, like words and small letters are free.
*Why it matters*: with the wrong role the letter looks like one of many, and may be filed with the wrong vacancy.
*Remedy*: the role as it stands on record.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.acquaintance import words_of
from sincerely.proof.language.names.company import company_of
from sincerely.proof.language.names.role_slips import slips
from sincerely.proof.language.names.roles import is_another, roles_named
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Part, Severity, Span

GARDEN = {"role": "Senior Gardener", "contacts": [{"name": "Ada Roy", "title": "Estate Manager"}]}
CLINIC = {"role": "Veterinary Receptionist"}

RULE = Rule(
    severity=Severity.WARNING,
    title="Another role",
    why="A role that is not theirs makes the letter look like one of many; the record says what you applied for.",
    flags=(
        Example(
            "Dear Ada,\n\nI would be glad to hear about the position of Payroll Clerk.", quote="Payroll Clerk", record=GARDEN
        ),
        Example(
            "Dear Ada,\n\nThank you for Tuesday.",
            quote="Account Executive",
            record=GARDEN,
            message={"subject": "Account Executive – thank you"},
        ),
        Example("Dear Dr Moss,\n\nI would love to join you as Dental Nurse.", quote="Dental Nurse", record=CLINIC),
    ),
    passes=(
        Example(
            "Dear Ada,\n\nI would be glad to hear about the gardener's job.",
            record=GARDEN,
            message={"subject": "Gardener: thank you"},
        ),
        Example("Dear Ada,\n\nAs an Account Executive I learnt patience, which the gardening post needs.", record=GARDEN),
        Example("Dear Dr Moss,\n\nThe receptionist's job is the one I want.", record=CLINIC),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    facts = reading.facts
    if not facts.role.strip():
        return
    known = words_of([facts.interview.notes, facts.candidate.name]) | company_of(facts.company).distinctive
    known |= words_of([contact.name for contact in facts.contacts])
    titles = [words_of([contact.title]) for contact in facts.contacts]
    seen: set[Span] = set()
    for part, text in ((Part.SUBJECT, reading.letter.subject), (Part.BODY, reading.own)):
        for span in slips(text, facts.role, known):
            seen.add(span)
            yield Mark(
                part,
                span,
                f"“{text[span.start : span.end]}” should be “{facts.role}”.",
                Remedy(f"Write “{facts.role}”.", facts.role),
            )
        for said, span in roles_named(text, part == Part.SUBJECT):
            apart = all(span.end <= other.start or other.end <= span.start for other in seen)
            if not apart or not is_another(said, facts.role, known, titles):
                continue
            seen.add(span)
            yield Mark(
                part, span, f"“{said}” is not the role on record: {facts.role}.", Remedy(f"Write “{facts.role}”.", facts.role)
            )
        seen.clear()
