"""Near words in turns of phrase: each pair with what is wrong, and with what looks like it and is right."""

import pytest

from sincerely.proof.language.confusions.phrases import wrong_phrases
from sincerely.proof.language.confusions.wrong import wrong_words
from sincerely.proof.senses import Prose


def said(text: str) -> list[str]:
    """The text with what was meant in place of each slip, one text a slip."""
    return [text[: slip.span.start] + slip.suggestions[0] + text[slip.span.end :] for slip in wrong_phrases(Prose(text))]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The two ovens where spotless, and you said they where new.", "they were new"),
        ("Your three cooks where talking with the guests.", "cooks were talking"),
        ("I saw it while you where away.", "while you were away"),
        ("She showed us were we could wash.", "showed us where we"),
        ("Tell me were the keys are.", "me where the keys are"),
        ("It is a workshop were people sing.", "a workshop where people"),
        ("We have to where gloves all day.", "to wear gloves"),
        ("The bakery keeps it's promises.", "keeps its promises"),
        ("It's founder was a baker too.", "Its founder was"),
        ("Its not easy to bake at night.", "It's not easy"),
        ("I am not use to praise, though I am well use to noise.", "am well used to noise"),
        ("There use to be a mill here.", "There used to be"),
        ("I should never off left the kiln on.", "should never have left"),
        ("You couldn't of known.", "couldn't have known"),
        ("I cannot bare the smell of paint.", "cannot bear the smell"),
        ("She seamed glad of the help.", "She seemed glad"),
        ("I really fell that the bench would suit me.", "really feel that"),
        ("The weakly rota hangs by the door.", "weekly rota"),
        ("I can prove read the menus.", "can proofread the menus"),
        ("You put me at easy.", "put me at ease"),
        ("I shall fallow up on Friday.", "follow up on"),
        ("I hope to joint your small crew.", "to join your"),
        ("I hope to joint a busy ward.", "to join a busy ward"),
        ("I spent to years at sea.", "spent two years"),
        ("We sold a loom and to chairs.", "and two chairs"),
        ("The bench is far to low for me.", "far too low"),
        ("I tried too speak Welsh.", "tried to speak"),
        ("Is there any thing you need?", "anything you need"),
        ("I know some one who weaves.", "someone who weaves"),
        ("No body knew the way.", "Nobody knew"),
        ("It maybe possible on Friday.", "may be possible"),
        ("I bake everyday before dawn.", "every day before"),
        ("I have all ready sent the form.", "already sent"),
        ("I could ad a glaze.", "could add a"),
        ("The kiln cooled so fats that it cracked.", "so fast that"),
        ("The hours have past quickly.", "have passed quickly"),
        ("It was half passed nine.", "half past nine"),
        ("I am glad you choose me.", "glad you chose me"),
        ("We choose this clay last year.", "chose this clay last year"),
        ("Thank you for taking the tome.", "taking the time"),
        ("It is a big stop forward.", "step forward"),
        ("I have a clearer ideal of the work.", "clearer idea of"),
        ("I am an idea candidate.", "ideal candidate"),
        ("Thank you for our quick chart about glaze.", "quick chat about"),
        ("I did not mansion that I weave.", "not mention that"),
        ("My number is bellow.", "is below"),
        ("I prefer the on above.", "the one above"),
        ("I am someone how likes order.", "someone who likes"),
        ("You showed me who to repair a loom.", "how to repair"),
        ("I can clean the sight.", "clean the site"),
        ("We lost a day, which effected our work.", "affected our"),
        ("Even thought I was late, you waited.", "Even though I"),
        ("I now life in Cork.", "now live in"),
        ("He fell sleep in the van.", "fell asleep"),
        ("I want to safe time.", "to save time"),
        ("Send it by Friday our Monday.", "Friday or Monday"),
        ("I can spare to hours a day.", "spare two hours"),
        ("We printed it's first menu.", "printed its first"),
        ("I like working with people how care.", "people who care"),
        ("I know longer weave.", "I no longer weave"),
        ("There kitchen was warm.", "Their kitchen was"),
        ("I was lead round the mill.", "was led round"),
        ("My principle told me to weave.", "My principal told"),
        ("I would rather mend then buy.", "rather mend than buy"),
        ("The interview went really good.", "interview went well"),
    ],
)
def test_what_was_meant_is_offered(wrong: str, right: str) -> None:
    assert any(right in text for text in said(wrong))


@pytest.mark.parametrize(
    "right",
    [
        "I know where you were, and the town where we met; the ovens were new when they were shown to us.",
        "Tell me where the keys are. The plates you showed me were blue, and the place to be was here.",
        "It's staff like yours that I admire: it's a shop with its own oven, and its time will come.",
        "I am used to noise; I used to bake. Did you use to weave? The tools we use to cut are sharp.",
        "I would, of course, come; we could off-load the van. Bare walls suit me, and I can bear the cold.",
        "The field lies fallow. A seamed pipe is a weakly made joint. He fell ill, and fell from the tree.",
        "I spoke to children and to colleagues, listened to people, and sent it to two shops.",
        "Any one of these would do; every one of the pots is new; that may be so, and maybe it is.",
        "An everyday task is done every day. We are all ready at nine, and have already eaten.",
        "I have past papers and past experience; the years past were good, and we walked past the exam hall.",
        "Did you choose this last year? Why did I choose it last year? I choose my clay with care.",
        "A tome of recipes takes time. Stop at the next stop. It was an ideal for many, and a good idea.",
        "The chart on the wall is old; we had a chat. The mansion stood below the hill; bulls bellow at noon.",
        "Show someone how knives are held, and tell people how it is. I asked who to thank.",
        "Love at first sight, on the building site. He was never even thought about, as we thought the same.",
        "I read it is annual; a lead round was fired; people ask how we do it; the dose not taken is kept.",
        "Our live and online lessons go a long, long way.",
        "We play with in-ear phones; a man within a mile knows now that no one knew.",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(right: str) -> None:
    assert said(right) == []


def test_a_word_that_stands_for_a_noun_is_no_slip() -> None:
    prose = Prose("Plans change, and I quite understand if yours have.")
    assert list(wrong_words(prose)) == []
