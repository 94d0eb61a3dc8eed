"""Other languages inside an English letter: one remark, no flood, and English that is merely bad is still English."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof import proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.language.foreign import english
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import only
from sincerely.proof.senses import Prose, Slip

ENGLISH = "Thank you for the tour of the mill on Monday. I liked the old looms and the calm of the night crew.\n\n"
PARTS = {
    "German": "Leider kann ich am Donnerstag nicht kommen, weil mein Zug aus Hamburg ausfällt und ich keinen anderen finde.",
    "French": "Je reste à votre entière disposition pour tout renseignement complémentaire et vous remercie de votre accueil.",
    "Spanish": "Quedo a su disposición para cualquier pregunta y le agradezco mucho la amabilidad de todo el equipo.",
    "Polish": "Bardzo dziękuję za miłą rozmowę i możliwość obejrzenia warsztatu, który zrobił na mnie duże wrażenie.",
    "Turkish": "Görüşme için çok teşekkür ederim, atölyeyi görmek ve ekiple tanışmak benim için büyük bir mutluluktu.",
    "Russian": "Большое спасибо за интересный разговор в понедельник, мне очень понравилась ваша мастерская и люди.",
    "Japanese": "月曜日は工場をご案内いただき、誠にありがとうございました。皆様にお会いできて大変うれしく思います。",
    "Arabic": "شكرا جزيلا على المقابلة يوم الاثنين وعلى الجولة في المصنع، وقد أعجبني العمل والفريق كثيرا.",
}
ODD = (
    "https://example.org/a?b=c and C:\\temp\\x.txt and jo@example.com",
    "for (int i = 0; i < n; ++i) { sum += a[i]; }",
    "| item | count |\n|------|-------|\n| vans | 12 |",
    "Flat 3, 14 Rue des Écoles, 75005 Paris\n+33 1 55 50 01 42",
    "\ud800 half a sign \udfff",
    "\x00\x01\x02 ␀ \u202e\u200b\ufeff",
    "a" * 20_000,
    "е́" * 5_000,
    "🙂" * 2_000,
    "",
    " \n\t\n ",
)


@pytest.fixture(scope="module")
def engine():
    return load_senses().language


def remarks(slips: list[Slip]) -> list[Slip]:
    return [slip for slip in slips if "not in English" in slip.message]


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_a_part_in_another_language_is_remarked_on_once_and_not_checked(engine, part: str) -> None:
    text = f"{ENGLISH}{part}\n\n{ENGLISH}"
    found = engine.slips(Prose(text))
    assert [text[slip.span.start : slip.span.end] for slip in found] == [part]
    assert remarks(found) == found
    assert found[0].mild


def test_several_parts_get_one_remark_that_says_so(engine) -> None:
    text = f"{ENGLISH}{PARTS['German']}\n\n{ENGLISH}{PARTS['French']}\n"
    found = engine.slips(Prose(text))
    assert len(found) == 1
    assert "Other parts are not" in found[0].message


@pytest.mark.parametrize("closing", ["Mit freundlichen Grüßen", "Le gach dea-ghuí", "Met hartelijke groet", "お願いします"])
def test_a_courtesy_in_another_language_is_nothing_to_remark_on(engine, closing: str) -> None:
    assert engine.slips(Prose(f"{ENGLISH}{closing},\nJo")) == []


@pytest.mark.parametrize(
    "text",
    [
        "I am loking foward to recieve your anser on the postion soon.",
        "Pleese let me no if you nead enything els form me.",
        "Injera, kouign-amann and okonomiyaki are what I cook best, with shakshuka for breakfast.",
    ],
)
def test_bad_english_and_foreign_dishes_are_english(text: str) -> None:
    assert english(Prose(text)) == (Prose(text), None)


def test_a_slip_beside_a_foreign_part_is_still_found(engine) -> None:
    text = f"{PARTS['Spanish']}\n\nI recieved your note."
    assert [text[slip.span.start : slip.span.end] for slip in engine.slips(Prose(text)) if not slip.mild] == ["recieved"]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_text_is_read_without_a_flood(engine, odd: str) -> None:
    assert len(engine.slips(Prose(odd))) <= 2


@given(st.text(max_size=400))
def test_no_text_is_too_odd_and_spans_stay_true(text: str) -> None:
    rest, remark = english(Prose(text))
    assert len(rest.text) == len(text)
    assert all(mine == "\ufffd" or mine == " " or mine == theirs for mine, theirs in zip(rest.text, text, strict=True))
    if remark:
        assert 0 <= remark.span.start < remark.span.end <= len(text)


@given(st.lists(st.sampled_from([*PARTS.values(), *ODD[:6], ENGLISH]), max_size=12))
def test_however_letters_are_mixed_there_is_at_most_one_remark(parts: list[str]) -> None:
    found = load_senses().language.slips(Prose("\n\n".join(parts)))
    assert len(remarks(found)) <= 1
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_a_hundred_thousand_foreign_words_cost_as_many_looks_as_they_have_words(monkeypatch: pytest.MonkeyPatch) -> None:
    from sincerely.proof.language import foreign

    looks: list[str] = []
    known = foreign.listed
    monkeypatch.setattr(foreign, "listed", lambda word: looks.append(word) or known(word))
    counts = []
    for times in (100, 1000):
        looks.clear()
        rest, remark = english(Prose((PARTS["German"] + "\n\n") * times))
        assert remark is not None
        assert not rest.text.strip()
        counts.append(len(looks))
    assert counts[1] <= 10 * counts[0]


def test_a_small_i_is_a_word_of_other_languages_and_part_of_their_words() -> None:
    record = {"candidate": {"name": "Ramón Casals i Puig"}, "contacts": [{"name": "Elif Şen"}]}
    for body in (
        "Dear Elif,\n\nThe office in Boğaziçi was bright.\n\nKind regards,\nRamón",
        "Dear Elif,\n\nThank you for the tour.\n\nKind regards,\nRamón Casals i Puig",
        f"Dear Elif,\n\n{PARTS['Polish']}\n\nKind regards,\nRamón",
    ):
        letter = read_letter({"record": record, "message": {"body": body}})
        assert proofread(letter, only(["language/capitalisation"])).findings == ()
