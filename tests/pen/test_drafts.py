"""Every draft, whatever is known or missing, is one that the program's own check calls ready."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pen.people import CANDIDATES, TODAY, briefs
from tests.pen.proofing import letter_of

from sincerely.pen import Brief, Candidate, Contact, Interview, draft
from sincerely.pen.spoken import spoken_words
from sincerely.proof import proofread
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.proof.senses import Senses
from sincerely.terms import Channel, Stage, Verdict

EVERY = [(stage, channel) for stage in Stage for channel in Channel]
PLACEHOLDER = re.compile(r"[\[\]{}<>_]|\bNone\b|\bnull\b|XX|\.\.|TODO|lorem", re.IGNORECASE)
MISPLACED = re.compile(r"  | [,.;:?]|[,;:][^\s\d]|\b(?:the|an?|about) (?:the the|the an?|about)\b|\brole role\b|!", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[a-z)\d][.?])\s+|\n+")


@pytest.mark.parametrize(("stage", "channel"), EVERY)
def test_every_draft_is_ready(stage: Stage, channel: Channel, senses: Senses) -> None:
    rulebook = Rulebook(every_rule(), senses)
    for brief in briefs(channel, stage, 14):
        written = draft(brief)
        report = proofread(letter_of(brief, written), rulebook)
        assert report.verdict is Verdict.READY, (report.findings, written)


@pytest.mark.slow
@pytest.mark.parametrize(("stage", "channel"), EVERY)
def test_every_draft_is_clean_to_the_eye(stage: Stage, channel: Channel) -> None:
    for brief in briefs(channel, stage, 14, seed=11):
        written = draft(brief)
        for text in (written.subject, written.body):
            assert not PLACEHOLDER.search(text.replace(brief.candidate.email, "")), text
            assert not MISPLACED.search(text.replace(brief.company or "Acme", "Acme")), text
            assert text == text.strip()
        for sentence in SENTENCE.split(written.body.replace("Inc.", "Inc")):
            start = sentence.lstrip("(+")[:1]
            assert start.isupper() or start.isdigit() or sentence == brief.candidate.email or start in '“"', written.body


@pytest.mark.slow
@pytest.mark.parametrize(("stage", "channel"), EVERY)
def test_every_draft_keeps_to_its_length(stage: Stage, channel: Channel) -> None:
    least, most = {
        Channel.EMAIL: (45, 125),
        Channel.LETTER: (50, 300),
        Channel.TEXT: (24, 50),
        Channel.VOICEMAIL: (32, 75),
        Channel.CALL: (32, 150),
    }[channel]
    if stage is Stage.ANSWER:
        least -= 12  # An answer may be brief: what it answers stands below it.
    for brief in briefs(channel, stage, 10, seed=5):
        body = draft(brief).body
        assert least <= (spoken_words(body) if channel.spoken else len(body.split())) <= most, body


@pytest.mark.parametrize(("stage", "channel"), EVERY)
def test_a_draft_of_nothing_but_a_name_still_reads_well(stage: Stage, channel: Channel, senses: Senses) -> None:
    brief = Brief(channel, stage, Candidate("Ada Finch", "ada.finch@example.org", "01632 960118"), TODAY)
    written = draft(brief)
    assert proofread(letter_of(brief, written), Rulebook(every_rule(), senses)).verdict is Verdict.READY, written
    assert not PLACEHOLDER.search(written.body.replace(brief.candidate.email, ""))
    assert bool(written.subject) is (channel is Channel.EMAIL)


@pytest.mark.parametrize("stage", Stage)
def test_the_same_brief_is_given_the_same_words(stage: Stage) -> None:
    brief = next(briefs(Channel.EMAIL, stage, 1))
    assert draft(brief) == draft(brief)


def test_a_voicemail_says_the_number_twice_and_the_whole_name() -> None:
    for brief in briefs(Channel.VOICEMAIL, Stage.CHECK_IN, 10):
        body = draft(brief).body
        assert body.count(brief.candidate.phone) == 2
        assert brief.candidate.name in body


def test_nothing_stands_in_a_draft_that_the_brief_does_not_say() -> None:
    bare = Brief(Channel.EMAIL, Stage.THANK_YOU, CANDIDATES[0], TODAY)
    figures = re.sub(re.escape(CANDIDATES[0].phone), "", draft(bare).body)
    assert not re.search(r"\d|Monday|Tuesday|Wednesday|Thursday|Friday|yesterday|today", figures)


def test_a_check_in_names_the_interview_and_the_promised_day() -> None:
    told = Interview(TODAY.replace(day=2), "video", "Greenhouse heating")
    brief = Brief(
        Channel.EMAIL, Stage.CHECK_IN, CANDIDATES[0], TODAY, role="Grower", interview=told, promised=TODAY.replace(day=9)
    )
    body = draft(brief).body
    assert "2 March" in body
    assert "9 March" in body
    assert "March 2" in draft(replace(brief, british=False)).body


def test_an_interview_still_to_come_is_not_spoken_of_as_past() -> None:
    brief = Brief(Channel.EMAIL, Stage.ANSWER, CANDIDATES[0], TODAY, interview=Interview(TODAY.replace(day=20)))
    assert "20 March" not in draft(brief).body


def test_a_letter_names_the_date_because_it_is_read_days_later() -> None:
    brief = Brief(Channel.LETTER, Stage.THANK_YOU, CANDIDATES[0], TODAY, interview=Interview(TODAY.replace(day=11)))
    assert "yesterday" not in draft(brief).body
    assert "on 11 March" in draft(brief).body


def test_an_offer_is_acknowledged_and_not_accepted() -> None:
    for brief in briefs(Channel.EMAIL, Stage.AFTER_OFFER, 10):
        assert "accept" not in draft(brief).body


def test_nobody_by_name_is_a_hiring_team() -> None:
    brief = Brief(Channel.LETTER, Stage.FINAL, CANDIDATES[0], TODAY, contact=Contact("jobs@example.com"), british=True)
    body = draft(brief).body
    assert body.startswith("Dear Hiring Team,\n")
    assert "Yours faithfully," in body


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(EVERY), st.tuples(*[st.text(max_size=80)] * 5))
def test_no_fact_however_odd_is_too_much(move: tuple[Stage, Channel], odd: tuple[str, ...]) -> None:
    name, company, role, reply, notes = odd
    talk = Interview(TODAY, "", notes)
    brief = Brief(move[1], move[0], CANDIDATES[0], TODAY, Contact(name), company, role, talk, reply=reply)
    assert draft(brief).body
