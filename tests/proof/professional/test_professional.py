"""What the professional rules say of one sound letter once a single thing is changed in it."""

from typing import Any

import pytest

from sincerely.proof import proofread
from sincerely.proof.finding import Finding
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import only
from sincerely.terms import Part, Severity, Verdict

RULES = (
    *("professional/sender-address", "professional/subject", "professional/greeting", "professional/sign-off"),
    *("professional/attachment", "professional/recipients", "professional/placeholder"),
)
BODY = "Dear Dr Vik,\n\nThank you for showing me the tide mill on Monday.{}\n\nKind regards,\nAda Holm"
LEIF = {"name": "Dr Leif Vik", "email": "l.vik@tidemill.example", "phone": "020 7946 0222"}
RUTH = {"name": "Ruth Aas", "email": "r.aas@tidemill.example"}
RECORD = {
    "candidate": {"name": "Ada Holm", "email": "ada.holm@mail.example"},
    "contacts": [LEIF, RUTH],
    "company": "The Tide Mill",
    "role": "Millwright",
    "interview": {"date": "2025-03-03"},
}


def findings(body: str = BODY.format(""), record: dict[str, Any] | None = None, **message: Any) -> list[Finding]:
    sound = {"from": "Ada Holm <ada.holm@mail.example>", "to": [LEIF["email"]], "subject": "Millwright interview: thank you"}
    letter = read_letter({"record": RECORD | (record or {}), "message": sound | {"body": body} | message})
    return list(proofread(letter, only(RULES)).findings)


def only_finding(**changed: Any) -> Finding:
    found = findings(**changed)
    assert len(found) == 1, [finding.message for finding in found]
    return found[0]


def test_a_sound_letter_is_left_in_peace() -> None:
    assert findings() == []


def test_an_empty_subject_is_an_absence_with_a_proposal_from_the_record() -> None:
    finding = only_finding(subject="")
    assert (finding.rule, finding.span) == ("professional/subject", None)
    assert "Millwright interview on 3 March: thank you" in finding.remedy.text


def test_a_vague_subject_is_replaced_by_the_proposal_only_when_asked() -> None:
    finding = only_finding(subject="Re: hello again")
    assert (finding.quote, finding.remedy.replacement) == ("hello again", "Millwright interview on 3 March: thank you")
    assert not finding.remedy.safe


def test_a_subject_that_the_contact_chose_is_theirs() -> None:
    assert findings(subject="Re: hello again", record={"thread": {"contact_wrote_first": True}}) == []


def test_a_false_reply_mark_is_pointed_at_alone() -> None:
    finding = only_finding(subject="Re: Millwright interview", record={"thread": {"contact_wrote_first": False}})
    assert finding.quote == "Re:"


@pytest.mark.parametrize("wrote", [True, None])
def test_a_reply_mark_is_believed_unless_the_record_denies_it(wrote: bool | None) -> None:
    assert findings(subject="Re: Millwright interview", record={"thread": {"contact_wrote_first": wrote}}) == []


def test_a_general_greeting_is_replaced_by_the_title_and_surname_on_record() -> None:
    finding = only_finding(body=BODY.format("").replace("Dear Dr Vik,", "Dear Sir or Madam,"))
    assert finding.remedy.replacement == "Dear Dr Vik,"


def test_without_a_title_on_record_the_full_name_is_proposed_and_no_sex_guessed() -> None:
    finding = only_finding(
        body=BODY.format("").replace("Dear Dr Vik,", "Hey,"), record={"contacts": [{"name": "Sasha Moe"}]}, to=[]
    )
    assert finding.remedy.replacement == "Dear Sasha Moe,"


def test_a_missing_closing_and_name_are_one_finding() -> None:
    finding = only_finding(body=BODY.format("").replace("\n\nKind regards,\nAda Holm", ""))
    assert (finding.rule, finding.span) == ("professional/sign-off", None)
    assert "Ada Holm" in finding.remedy.text


@pytest.mark.parametrize("name", ["holiday.png", "party.mp4", "all.7z"])
def test_what_nobody_asked_for_is_a_warning(name: str) -> None:
    finding = only_finding(attachments=[{"name": "cv.pdf"}, {"name": name}])
    assert (finding.severity, finding.part, finding.quote) == (Severity.WARNING, Part.ATTACHMENTS, name)


@pytest.mark.parametrize("name", ["mill.exe", "cv.pdf.scr", "plan.docm", "cv\u202efdp.js", "fix.sh"])
def test_a_program_is_held(name: str) -> None:
    assert only_finding(attachments=[{"name": name}]).severity == Severity.HOLD


def test_a_program_is_held_even_where_it_was_asked_for_but_source_code_is_not() -> None:
    asked = {"requested": ["the tide table code sample"]}
    assert only_finding(attachments=[{"name": "tide_table.exe"}], record=asked).severity == Severity.HOLD
    assert findings(attachments=[{"name": "tide_table.py"}], record=asked) == []


def test_a_promise_in_quoted_mail_is_not_the_writers() -> None:
    quoted = "\n\nOn 4 Mar 2025 at 10:12, Leif Vik <l.vik@tidemill.example> wrote:\n> Our plan is attached."
    assert findings(body=BODY.format("") + quoted) == []


def test_a_stranger_is_held_and_pointed_at() -> None:
    finding = only_finding(cc=["ada.holm@mail.example", "Uncle Jo <jo@holm.example>"])
    assert (finding.severity, finding.part, finding.quote) == (Severity.HOLD, Part.CC, "Uncle Jo <jo@holm.example>")


def test_a_crowd_is_one_finding_a_part() -> None:
    finding = only_finding(bcc=[f"p{number}@crowd.example" for number in range(40)])
    assert "37 more" in finding.message


def test_two_people_of_one_employer_are_a_warning() -> None:
    finding = only_finding(to=[LEIF["email"], RUTH["email"]])
    assert finding.severity == Severity.WARNING


@pytest.mark.parametrize(
    "record",
    [
        {"may_copy": ["R.Aas@tidemill.example"]},
        {"interview": {"notes": "gears; asked me to copy Ruth in"}},
        {"interview": {"notes": "Keep Ms Aas in the loop"}},
    ],
)
def test_whom_the_contact_asked_to_copy_may_be_copied(record: dict[str, Any]) -> None:
    assert findings(cc=[RUTH["email"]], record=record) == []


def test_a_field_is_held_and_the_record_says_what_belongs_there() -> None:
    finding = only_finding(body=BODY.format(" I would love to join [Company Name]."))
    assert (finding.severity, finding.quote, finding.remedy.replacement) == (Severity.HOLD, "[Company Name]", "The Tide Mill")


def test_a_field_as_greeting_is_the_placeholders_alone() -> None:
    found = findings(body=BODY.format("").replace("Dear Dr Vik", "Dear {{contact.name}}"))
    assert [finding.rule for finding in found] == ["professional/placeholder"]


def test_an_unfit_address_is_replaced_by_the_one_on_record() -> None:
    finding = only_finding(**{"from": "Ada Holm <party_ada@mail.example>"})
    assert (finding.quote, finding.remedy.replacement) == ("party_ada@mail.example", "ada.holm@mail.example")


def test_the_present_employers_address_warns_unless_one_applies_within_the_house() -> None:
    works = {"candidate": {"name": "Ada Holm", "employer": "Holm & Dale Ltd"}}
    assert only_finding(
        **{"from": "ada@dale-mills.example"}, record={"candidate": {"name": "Ada Holm", "employer": "Dale Mills"}}
    )
    within = {"candidate": {"name": "Ada Holm", "employer": "The Tide Mill"}}
    assert findings(**{"from": "ada.holm@tidemill.example"}, record=within) == []
    assert findings(**{"from": "ada@holm.example"}, record=works) == []


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Dick Hardcastle", "dickhardcastle@mail.example"),
        ("Sunniva Drunker", "s.drunker@mail.example"),
        ("Ha Sexton-Beers", "hasextonbeers@mail.example"),
        ("Angel King", "angelking77@mail.example"),
    ],
)
def test_no_surname_is_a_fault(name: str, address: str) -> None:
    record = {"candidate": {"name": name}}
    assert findings(body=BODY.format("").replace("Ada Holm", name), record=record, **{"from": f"{name} <{address}>"}) == []


def test_the_verdict_follows_the_worst() -> None:
    letter = read_letter({"record": RECORD, "message": {"body": "Hi [Name]", "to": ["x@y.example"]}})
    assert proofread(letter, only(RULES)).verdict == Verdict.HOLD
