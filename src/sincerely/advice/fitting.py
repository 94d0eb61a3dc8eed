"""You might also like: the articles that fit what proof has found and where one stands, each with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sincerely.advice.article import Article
from sincerely.terms import Channel, Stage

# What was found in one's own words says more of what one needs than the stage, and that more than the channel.
RULE, MOMENT, STAGE, CHANNEL = 4.0, 4.0, 2.0, 1.0
# A third mark of the same kind makes an article no more fitting than the second.
MOST_MARKS = 2
MOMENTS = {
    "nothing-sent": "no thank-you has gone out yet",
    "silence": "nobody has answered for a while",
    "several-offers": "somebody else has made you an offer",
    "panel": "several people talked with you",
    "held": "a draft was held for its tone",
    "on-hold": "the search is on hold",
    "doubt": "you said that the talk went badly",
    "needs": "you have dates and needs to tell them",
    "second-language": "you write in your second language",
}


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a person stands: how often each rule spoke in their drafts of late, the stage and channel at hand, and moments."""

    rules: Mapping[str, int] = field(default_factory=dict)
    stage: Stage | None = None
    channel: Channel | None = None
    moments: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An article, and why it is shown, in words: `because your drafts were often long`."""

    article: Article
    reason: str


def fitting(library: tuple[Article, ...], situation: Situation, most: int = 3) -> list[Suggestion]:
    """The articles that fit best, the best first; none where nothing is known."""
    scored = [(score(one, situation), one) for one in library]
    best = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], pair[1].title))
    return [Suggestion(one, reason(one, situation)) for _, one in best[:most]]


def score(article: Article, situation: Situation) -> float:
    """How well an article fits; 0: not at all."""
    marks = sum(min(MOST_MARKS, situation.rules.get(rule, 0)) for rule in article.rules)
    return (
        RULE * marks
        + MOMENT * len(situation.moments.intersection(article.moments))
        + STAGE * (situation.stage in article.stages)
        + CHANNEL * (situation.channel in article.channels)
    )


def reason(article: Article, situation: Situation) -> str:
    """The strongest of the reasons."""
    marked = [rule for rule in article.rules if situation.rules.get(rule)]
    if marked:
        most = max(marked, key=lambda rule: situation.rules[rule])
        return f"Because your words were marked for this: {most.partition('/')[2].replace('-', ' ')}."
    for moment in article.moments:
        if moment in situation.moments:
            return f"Because {MOMENTS[moment]}."
    if situation.stage in article.stages and situation.stage:
        return f"Because you are at this step: {situation.stage.value.replace('-', ' ')}."
    return f"Because you are using this channel: {situation.channel.value}." if situation.channel else ""
