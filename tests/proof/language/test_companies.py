"""Companies against the record."""

import pytest
from tests.proof.language.reports import loud, said

from sincerely.terms import Severity

RULE = "language/company"


def body(sentence: str) -> str:
    return f"Dear Ada,\n\nThank you for Tuesday. {sentence}\n\nKind regards,\nOlu Bright"


@pytest.mark.parametrize(
    ("company", "sentence"),
    [
        ("Wetherby & Sons Ltd", "I would love to join Wetherby and Sons."),
        ("Textiles Nayar S.A. de C.V.", "I would love to join Textiles Nayar."),
        ("PT Rimba Lestari", "I would love to work at Rimba Lestari."),
        ("National Health Service", "I would be glad to work for the NHS."),
        ("Conamara Kelp", "Connemara was at its best, and so was Conamara Kelp."),
        ("Wetherby & Sons Ltd", "Wetherby's looms are what I want to work with."),
        ("The Copper Kettle", "I would be glad to work at the Copper Kettle."),
        ("The Copper Kettle", "I would be glad to work at Copper Kettle."),
        ("Norddeutsche Reederei AG", "The post at Norddeutsche Reederei is the one I want."),
        ("Harrow Lane Veterinary Clinic", "I would love to join Harrow Lane."),
        ("Fenland Wildlife Trust", "I hope to work for FWT, or for the Trust in any role."),
        ("brightwater", "I would love to work at Brightwater."),
        ("Brightwater", "I would love to work at brightwater."),
        ("O'Hara Foods", "I would love to work at O’Hara Foods."),
        ("Bäckerei Möller", "I would love to work at Backerei Moller."),
        ("Isle Distillers", "My years at Orkney Distillers taught me patience."),
        ("Isle Distillers", "In my last job at Orkney Cooperage I ran the stills."),
        ("Isle Distillers", "My clients were Barclays, Nando's and the Orkney Press."),
        ("Isle Distillers", "I studied at Heriot-Watt University and worked at Diageo."),
        ("Isle Distillers", "I have an offer from Orkney Cooperage, but would rather join you."),
        ("Isle Distillers", "I would be happy to work at your Leith branch or in Cardiff."),
        ("Isle Distillers", "I would love to work with Femke and join Tom's crew."),
        ("Isle Distillers", "I learnt Python at Code Camp before joining the Navy."),
        ("Orchard Diagnostics", "The orchards round your laboratory were in bloom. Orchids too."),
        ("Meridian Airways", "The median delay was four minutes. Medians mislead."),
        ("Thrupp's", "I would be glad to bake for Thrupps."),
        ("Swiftline Couriers", "I followed a Swiftline Courier through Leeds."),
    ],
)
def test_a_right_company_and_other_places_of_work_are_left_alone(company: str, sentence: str) -> None:
    assert loud(RULE, body(sentence), company=company, me="Olu Bright", role="Stillman") == []


@pytest.mark.parametrize(
    ("company", "sentence", "wrong"),
    [
        ("Wetherby & Sons Ltd", "I would love to join Weatherby & Sons.", "Weatherby & Sons"),
        ("National Health Service", "I would be glad to work for the NSH.", "NSH"),
        ("Salzmann Bräu GmbH", "Salzman Bräu GmbH is a fine place.", "Salzman Bräu"),
        ("Tait Forestry", "Tate Forestry has the best machines.", "Tate Forestry"),
        ("Isle Distillers", "I would be glad to join Kamau Coachworks as your next cooper.", "Kamau Coachworks"),
        ("Wetherby & Sons Ltd", "Wethereby's looms are what I want.", "Wethereby"),
        ("The Copper Kettle", "I would be glad to work at the Cooper Kettle.", "Cooper Kettle"),
        ("Norddeutsche Reederei AG", "Nordeutsche Reederei is the one I want.", "Nordeutsche Reederei"),
        ("Orchard Diagnostics", "I liked what Orchid Diagnostics does.", "Orchid Diagnostics"),
        ("Brightwater", "I would love to work for Brightwaters.", "Brightwaters"),
        ("Isle Distillers", "I would love to join Orkney Cooperage.", "Orkney Cooperage"),
        ("Isle Distillers", "I remain interested in the position at Orkney Foods.", "Orkney Foods"),
        ("Isle Distillers", "I could bring this to Cloudspire Systems in May.", "Cloudspire Systems"),
        ("Isle Distillers", "I admire the work you do at Orkney Foods.", "Orkney Foods"),
    ],
)
def test_a_wrong_company_holds(company: str, sentence: str, wrong: str) -> None:
    found = [each for each in said(RULE, body(sentence), company=company, me="Olu Bright") if each.severity == Severity.HOLD]
    assert [each.quote for each in found] == [wrong]
    assert found[0].remedy
    assert found[0].remedy.safe


def test_a_company_of_another_application_is_found_anywhere_but_in_talk_of_an_offer() -> None:
    record = {"company": "Isle Distillers", "other_companies": ["Penhallow Foundry"]}
    assert loud(RULE, body("Penhallow Foundry is what I read about all week."), **record) == ["Penhallow Foundry"]
    assert loud(RULE, body("Penhallow's bells are famous."), **record) == ["Penhallow"]
    assert loud(RULE, body("I have an offer from Penhallow Foundry."), **record) == []
    assert loud(RULE, body("I worked at Penhallow Foundry for a year."), **record) == []


def test_a_wrong_company_in_the_subject_holds() -> None:
    assert loud(RULE, body(""), company="Isle Distillers", subject="Interview at Isle Distilers") == ["Isle Distilers"]
