"""Which words a rule of tone marks, and when it only says "may be read as"."""

from sincerely.proof import proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.finding import Finding
from sincerely.proof.letter import Contact, Facts, Letter
from sincerely.proof.rulebook import only
from sincerely.proof.senses import Senses
from sincerely.terms import Channel, Part, Severity, Span, Stage


class Ears:
    """A tone model that hears one rule with a set score."""

    def __init__(self, rule: str, score: float) -> None:
        self.rule, self.score = rule, score

    def scores(self, sentences: object) -> list[dict[str, float]]:
        return [{self.rule: self.score} for _ in sentences]  # type: ignore[attr-defined]

    def letter(self, sentences: object, about: str = "") -> list[dict[str, float]]:
        return self.scores(sentences)

    def thresholds(self) -> dict[str, float]:
        return {self.rule: 0.6}

    def sure(self) -> dict[str, float]:
        return {self.rule: 0.8}

    def weighed(self, sentence: str, rule: str) -> list[tuple[Span, float]]:
        words, at = [], 0
        for word in sentence.split():
            start = sentence.index(word, at)
            at = start + len(word)
            words.append((Span(start, at), 5.0 if "heav" in word else -1.0))
        return words


def heard(body: str, rule: str, score: float, facts: Facts | None = None) -> list[Finding]:
    letter = Letter(Channel.EMAIL, Stage.CHECK_IN, body, facts=facts or Facts())
    return list(proofread(letter, only([rule], Senses(tone=Ears(rule, score)))).findings)


def test_a_sure_score_holds_and_marks_the_heavy_words_only() -> None:
    (finding,) = heard("We spoke of many things and heavy heavier words then fell away again.", "pressure/threat", 0.9)
    assert finding.severity is Severity.HOLD
    assert finding.quote.startswith("heavy heavier")
    assert len(finding.quote.split()) == 3


def test_between_the_bars_a_rule_that_holds_only_warns() -> None:
    (finding,) = heard("We spoke of heavy things.", "pressure/threat", 0.7)
    assert finding.severity is Severity.WARNING
    assert finding.message == "This may be read as a threat."


def test_under_the_bar_nothing_is_said() -> None:
    assert heard("We spoke of heavy things.", "pressure/threat", 0.3) == []


def test_a_telling_pattern_speaks_where_the_model_half_agrees() -> None:
    (finding,) = heard("My lawyer says hello.", "pressure/threat", 0.5)
    assert (finding.quote, finding.severity) == ("My lawyer", Severity.WARNING)


def test_words_that_somebody_else_is_quoted_with_are_silent() -> None:
    assert heard("You wrote “heavy and heavier words of yours” in your mail.", "pressure/threat", 0.9) == []


def test_a_pattern_inside_quoted_mail_is_silent() -> None:
    assert heard("Thank you.\n\n> You will regret this.\n> See you in court.", "pressure/threat", 0.0) == []


def test_a_surname_on_record_is_no_swearing() -> None:
    facts = Facts(contacts=(Contact(name="Alma Shitole"),))
    assert heard("Thank you, Alma Shitole and Dr Cockburn.", "hostility/profanity", 0.0, facts) == []


def test_without_a_model_the_certain_patterns_still_speak() -> None:
    letter = Letter(Channel.EMAIL, Stage.CHECK_IN, "You will regret this.")
    (finding,) = proofread(letter, only(["pressure/threat"])).findings
    assert finding.severity is Severity.HOLD


def test_a_small_gift_is_a_warning_and_a_stunt_a_hold() -> None:
    small = heard("I have sent you a box of chocolates.", "pressure/stunt", 0.1)
    grand = heard("I have sent your team a hamper of champagne.", "pressure/stunt", 0.1)
    assert [finding.severity for finding in (*small, *grand)] == [Severity.WARNING, Severity.HOLD]


def test_a_letter_in_another_language_is_said_to_be_unjudged() -> None:
    body = "Ich möchte mich für das Gespräch bedanken. Die Zeit, die Sie mir gegeben haben, war sehr wertvoll und ich freue mich."
    report = proofread(Letter(Channel.EMAIL, Stage.THANK_YOU, body), only(["pressure/threat"], load_senses()))
    assert report.findings == ()
    assert "does not look like English" in report.notes[0]


def test_an_english_letter_with_a_foreign_name_has_no_note() -> None:
    body = "Thank you for the hour in the Musée de la Vie. I would be glad to hear from you."
    assert proofread(Letter(Channel.EMAIL, Stage.THANK_YOU, body), only([], load_senses())).notes == ()


def test_a_subject_that_swears_or_threatens_is_held() -> None:
    letter = Letter(Channel.EMAIL, Stage.CHECK_IN, "Thank you for Tuesday.", subject="Answer or see you in court, you shits")
    found = proofread(letter, only(["hostility/profanity", "pressure/threat"], load_senses())).findings
    assert {(finding.part, finding.quote) for finding in found} == {(Part.SUBJECT, "see you in court"), (Part.SUBJECT, "shits")}
