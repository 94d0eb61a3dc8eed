"""The employer of another letter left in, or one whose name is almost this one's."""

import pytest
from tests.proof.language.reports import loud

RULE = "language/company"
STRANGER = "Garrow Weavers"
LIKE = {"Ashby Vale Clinic": "Ashby Mere Clinic", "Larkhill Joinery": "Larkdale Joinery", "The Iron Kettle": "The Iron Skillet"}

MEANT = (
    "I came home sure that {} is the right place for me.",
    "It was lovely to meet the whole crew at {} on Friday.",
    "I admire how {} trains its own people.",
    "Please let me know whether {} needs my certificates.",
    "I would be honoured to become part of {}.",
    "Working for {} would mean a lot to me.",
    "Should something come up, please keep me in mind for other posts at {}.",
    "I was sad to hear that {} has chosen somebody else.",
    "My regards to you and everyone at {}.",
)
TOLD = (
    "My years at {} taught me patience.",
    "You said that {} is a client of yours.",
    "I would be glad to explain how {} mended it.",
    "Ms Orme of {} would be happy to speak for me.",
    "I look forward to showing you the drawings that {} kept.",
    "I have an offer from {}, and must answer soon.",
    "I still work for {}, but could start in May.",
    "I would bring the same care that I gave to {}.",
    "I would love to hear how you won the work from {}, your oldest rival.",
)


def marked(company: str, sentence: str) -> list[str]:
    body = f"Dear Ada,\n\nThank you for Tuesday. {sentence}\n\nKind regards,\nOlu Bright"
    return loud(RULE, body, company=company, me="Olu Bright", role="Porter")


@pytest.mark.parametrize("sentence", MEANT)
def test_another_employer_holds_where_a_guest_or_an_admirer_means_this_one(sentence: str) -> None:
    assert marked("Pennine Carpets", sentence.format(STRANGER)) == [STRANGER]


@pytest.mark.parametrize("sentence", MEANT)
@pytest.mark.parametrize(("company", "other"), LIKE.items())
def test_one_changed_word_of_the_name_holds(company: str, other: str, sentence: str) -> None:
    assert len(marked(company, sentence.format(other))) == 1


@pytest.mark.parametrize("sentence", TOLD)
@pytest.mark.parametrize("said", [STRANGER, *LIKE.values()])
def test_other_work_and_other_firms_are_told_of_freely(sentence: str, said: str) -> None:
    right = {other: company for company, other in LIKE.items()}
    assert marked(right.get(said, "Pennine Carpets"), sentence.format(said)) == []


@pytest.mark.parametrize(
    ("company", "sentence"),
    [
        ("Nimbus Care", "Before that I wrote tools at Nimbly Stores."),
        ("Kingsmead Nursery", "The soil reminds me of Kingsmeadow, where I learnt to dig."),
        ("Eastfield Borough Council", "Mr Oduya, formerly of Westfield Borough Council, will write to you."),
        ("Larkhill Joinery", "I would be glad to start at Larkhill Joinery Limited, or at Larkhill."),
        ("Ashby Vale Clinic", "I could walk to the Ashby Vale Library from you."),
    ],
)
def test_longer_and_other_names_are_no_slips(company: str, sentence: str) -> None:
    assert marked(company, sentence) == []


@pytest.mark.parametrize(
    ("company", "sentence", "wrong"),
    [
        ("St Bede's Infirmary", "I would bring nine years of nights to St Brendan's Infirmary.", "St Brendan's Infirmary"),
        ("Tjörn Båtar", "I would love to work at Tjörn Bätar.", "Tjörn Bätar"),
        ("Ashby Vale Clinic", "Ashby Mere Clinic sounds like the kind of place I want.", "Ashby Mere Clinic"),
    ],
)
def test_other_saints_and_other_accents_hold(company: str, sentence: str, wrong: str) -> None:
    assert marked(company, sentence) == [wrong]
