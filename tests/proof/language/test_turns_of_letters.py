"""Wrong words and wrong forms as letters have them, each with what was meant; and what looks like them and is right."""

import pytest

from sincerely.proof.language.confusions.phrases import wrong_phrases
from sincerely.proof.language.grammar.phrases import phrases
from sincerely.proof.senses import Prose


def mended(text: str) -> list[str]:
    """The text with what was meant in place of each slip, one text a slip."""
    slips = (*wrong_phrases(Prose(text)), *phrases(Prose(text)))
    return [text[: slip.span.start] + slip.suggestions[0] + text[slip.span.end :] for slip in slips]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Could you kindly advice me whether to bring boots?", "kindly advise me"),
        ("Nothing that effects people here is hidden.", "that affects people"),
        ("It has been a month sense you rang.", "a month since you"),
        ("Your way of filing makes since to me.", "makes sense to"),
        ("I came to you though an advert.", "came to you through an"),
        ("Even through the kiln was cold, I stayed.", "Even though the"),
        ("Please bare with me until Friday.", "bear with me"),
        ("I was free all week expect on Sunday.", "all week except on"),
        ("I would be most gratefully if you rang.", "most grateful if"),
        ("I hope I answered you queries.", "answered your queries"),
        ("It was good to meet you colleagues.", "meet your colleagues"),
        ("Thanks for all you encouragement.", "for all your encouragement"),
        ("I followed there advice to the letter.", "followed their advice"),
        ("It is a company were people stay.", "a company where people"),
        ("You were very patience with my questions.", "very patient with"),
        ("We care for thirty patience a night.", "thirty patients"),
        ("I bought my own spoons with me.", "brought my own spoons with me"),
        ("I strong believe in early starts.", "I strongly believe"),
        ("The shop is quiet easy to find.", "is quite easy"),
        ("I saw that you work so closed with the farms.", "closely with"),
        ("I have eight years experience with looms.", "eight years' experience"),
        ("I must give two weeks notice.", "two weeks' notice"),
        ("Your managers advice was kind.", "Your manager's advice"),
        ("It make's the bread rise.", "It makes the"),
        ("I have often wrote to them.", "have often written"),
        ("I did went there in March.", "I went there"),
        ("My plan is to took the later train.", "to take the"),
        ("I would have like to stay.", "would have liked to"),
        ("I enjoy teach the little ones.", "enjoy teaching the"),
        ("I was keen to joining your crew.", "keen to join your"),
        ("I hope to hear you soon.", "hear from you soon"),
        ("Please let me if the day suits you.", "let me know if"),
        ("I believe I a good fit.", "I am a good fit"),
        ("I was very interested your looms.", "interested in your"),
        ("I am right person for the kiln.", "I am the right person"),
        ("I worked as baker in Cork.", "worked as a baker in"),
        ("Thank you for this letters.", "for these letters"),
        ("I have much questions.", "many questions"),
        ("She speaks Polish fluent.", "Polish fluently"),
        ("I did good under pressure.", "well under"),
        ("We begin in Monday morning.", "on Monday morning"),
        ("I am good in keeping time.", "good at keeping"),
        ("You showed my sister and I the kiln.", "my sister and me the"),
        ("We discuss the budget for an hour last week.", "discussed the budget"),
        ("If I would have known, I would have stayed.", "If I had known"),
        ("I makes bread, and they knows it.", "I make bread"),
        ("I really belongs here.", "really belong here"),
        ("She live above the shop.", "She lives above"),
        ("Do say if you has room.", "if you have room"),
        ("We will speaks on Friday.", "will speak on"),
        ("Nobody were late.", "Nobody was late"),
        ("I am teaching here since 2019.", "have been teaching here since 2019"),
        ("You tell me last week about the oven.", "You told me last week"),
        ("I have experience in drive the van.", "experience in driving the"),
        ("I was responsible of the till.", "responsible for the"),
        ("I wish to thank to the crew.", "thank the crew"),
        ("Everything what I saw was clean.", "Everything that I"),
        ("I wonder when will you bake again.", "wonder when you will bake"),
        ("I trained six peoples.", "six people"),
        ("We have never seen such bread, I never seen such a shop.", "I have never seen"),
        ("I can work every day accept Sunday.", "every day except Sunday"),
        ("I except that nights are long.", "I accept that"),
        ("There is no dough that you know bread.", "no doubt that"),
        ("The mill is small but its not old.", "but it's not"),
        ("Its hard to leave.", "It's hard to"),
        ("Our shop is just of the high street.", "just off the"),
    ],
)
def test_what_was_meant_is_offered(wrong: str, right: str) -> None:
    assert any(right in text for text in mended(wrong)), mended(wrong)


@pytest.mark.parametrize(
    "right",
    [
        "Will it be Friday, and could the start be the 1st?",
        "You can always expect the same effects here.",
        "I asked them to put you through the switchboard.",
        "The special effects people came by van.",
        "There work starts at six, and there people sing.",
        "The trainee you introduced me to knew each bird.",
        "The quiet hours are the best, and a quiet man runs them.",
        "The rolls in the oven are mine, and the payroll too.",
        "The witch is the best part of the play.",
        "I nurse patients with patience, and your patients are kind.",
        "I have worked for years, experience being all.",
        "It is a week's notice, and the weeks notice no one.",
        "I am interested that you ask, and interested in your looms.",
        "My interview's on Monday, and the job's mine to lose.",
        "I work in nights of rain and in May mornings.",
        "I told him and I am glad of it.",
        "We learn from your mistakes; last week we made two.",
        "I bought my sister a book to read.",
        "An information desk and a feedback form stand there.",
        "It does its best to rise, and if it were Monday I would bake.",
        "She must have tools, and the wills of men can move.",
        "I demand that he leave, and so did she work on.",
        "Everyone accepts that; let everybody have some.",
        "All of you except the baker were there.",
        "They said of the bus that its brakes and its own lights failed.",
        "Know your busy hours, and hear your open rehearsals.",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(right: str) -> None:
    assert mended(right) == []
