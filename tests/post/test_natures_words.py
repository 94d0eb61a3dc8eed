"""One sentence can decide a mail: sentences of many hands, and close twins that decide nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.post.test_natures import nature

from sincerely.post.natures.nature import Kind

REJECTIONS = [
    "You have not made it through to the next round, I'm afraid.",
    "We won't be inviting you back for the second day.",
    "I'm sorry, you didn't make the final cut this time.",
    "Your application will not be taken any further.",
    "We have since hired someone for the desk.",
    "Somebody else has accepted the job.",
    "The position is no longer available.",
    "After much thought we have decided to pass.",
    "We have made an offer to another person, who has accepted.",
    "The vacancy has been withdrawn.",
    "Your profile does not match our needs at this time.",
    "We've decided to go with someone with more experience in retail.",
    "We have given the post to the other finalist.",
    "On this occasion you were not our first choice.",
    "Your name was not put forward for the next stage.",
    "We are unable to offer you a position at this time.",
    "Another candidate has been appointed.",
    "We will not be pursuing your application.",
    "It's a no from us this time, sorry.",
    "Wir haben die Stelle inzwischen anderweitig besetzt.",
    "Ihre Bewerbung konnte leider nicht in die engere Auswahl kommen.",
    "Notre choix s'est porté sur une autre candidate.",
    "Finalmente hemos optado por otro perfil.",
    "Abbiamo scelto un altro candidato.",
    "We hebben gekozen voor een andere kandidaat.",
    "Zdecydowaliśmy się na innego kandydata.",
    "Vi har valgt en anden kandidat.",
    "Vi har valt att gå vidare med en annan person.",
]
OFFERS = [
    "You're hired!",
    "We want you on the team: when can you start?",
    "I'm pleased to tell you that you have been successful.",
    "I'm pleased to confirm your appointment as Clerk.",
    "As discussed on the phone, we'd be thrilled to have you on board.",
    "Please find your contract attached for signature.",
    "We would love for you to be our next Site Manager.",
    "Subject to references, the post is yours.",
    "I am authorised to make you a verbal offer.",
    "Nous avons le plaisir de vous proposer le poste.",
    "Vous êtes retenue pour le poste.",
    "Estamos encantados de ofrecerle el puesto.",
    "Siamo lieti di offrirle la posizione.",
    "We bieden je de baan graag aan.",
    "Z przyjemnością oferujemy Pani stanowisko.",
    "Wir möchten Ihnen die Position gern anbieten.",
    "Sie haben die Stelle!",
]
UNDECIDED = [
    "I'd be glad to offer you some feedback by phone.",
    "We offer free parking for visitors.",
    "I hope your other interviews are going well, and I will be back in touch soon.",
    "We have not made a decision yet.",
    "No final decision has been made.",
    "We have not yet chosen a candidate.",
    "We haven't decided who gets the post.",
    "We're still interviewing other candidates.",
    "I was sorry to miss you; my colleague said you were wonderful.",
    "Our previous planner has left to go with her husband to Spain.",
    "We cannot move forward with anything until the auditor signs.",
    "Your presentation went down very well with everyone.",
    "I have passed your note to the team, they were pleased.",
    "The offer of parking that we made for the day of the interview still stands.",
    "You were successful in getting Bob to laugh, which is rare.",
    "It was good of you to offer.",
    "We will let you know whether you have been successful by Friday.",
    "You'll hear either way.",
    "If you are not selected we will tell you.",
]
DATES = [
    "Could we make it 4pm instead?",
    "Shall we say Thursday at ten?",
    "Bring your passport; the interview is now on the 12th at 9.",
    "Would next Tuesday work for a chat with the head of care?",
    "We'd like you to come in for a trial shift on Saturday.",
    "We would like to meet you again on 11 March at 2pm.",
    "Können wir auf Freitag ausweichen?",
    "Seriez-vous disponible mardi à 10 h ?",
    "¿Le viene bien el jueves a las 12?",
    "È disponibile giovedì alle 15?",
    "Schikt dinsdag om 11 uur?",
]
STOPS = [
    "Stop writing to me.",
    "Please stop.",
    "Please do not write again.",
    "I'd rather you didn't contact us again.",
    "We ask that you make no further contact.",
    "Enough. Do not email this address again.",
    "Lose my number.",
    "Please take my address off your list.",
    "I have asked you before not to email me.",
    "We do not wish to receive any more messages from you.",
    "Do not follow up again.",
    "Kindly refrain from contacting us in future.",
    "Por favor, no me escriba más.",
    "Per favore non mi scriva più.",
    "Gelieve ons niet meer te mailen.",
    "Proszę do mnie więcej nie pisać.",
    "Bitte schreiben Sie mir nicht mehr.",
]
NO_STOPS = [
    "Please don't contact Bob directly, write to me instead.",
    "Don't call before ten.",
    "You don't need to stop by the office.",
    "Please do not send the form by post.",
    "Do not hesitate to contact me again.",
    "Please do not write on the back of the form.",
    "Never stop asking good questions!",
    "Please do not email large files; use the link.",
]
UNSURE = [
    "The job's yours if you want it.",
    "I really wish you the best of luck.",
    "Please ignore the mail from Friday, it was sent in error.",
]


def said(line: str) -> Kind:
    return nature(f"Hi Alex,\n\n{line}\n\nBest\nSam").kind


@pytest.mark.parametrize("line", REJECTIONS)
def test_a_rejection_in_other_words(line: str) -> None:
    assert said(line) == Kind.REJECTION


@pytest.mark.parametrize("line", OFFERS)
def test_an_offer_in_other_words(line: str) -> None:
    assert said(line) == Kind.OFFER


@pytest.mark.parametrize("line", DATES)
def test_a_date_in_other_words(line: str) -> None:
    assert said(line) == Kind.NEW_DATE


@pytest.mark.parametrize("line", STOPS)
def test_a_stop_in_other_words(line: str) -> None:
    assert said(line) == Kind.STOP


@pytest.mark.parametrize("line", UNDECIDED + NO_STOPS)
def test_what_only_sounds_like_a_decision_is_none(line: str) -> None:
    assert said(line) in (Kind.HUMAN, Kind.QUESTION, Kind.NEW_DATE)


@pytest.mark.parametrize("line", UNSURE)
def test_where_it_may_be_one_the_person_is_asked(line: str) -> None:
    found = nature(f"Hi Alex,\n\n{line}\n\nBest\nSam")
    assert (found.kind, found.sure) == (Kind.HUMAN, False)


THIRD = [
    ("rejection", "Thank you for your patience. The team has decided to continue the search with other profiles."),
    ("rejection", "It is with regret that I must let you know your application has been unsuccessful."),
    ("unsure", "We'd love to have you, but the numbers just don't work this year."),
    ("unsure", "It was close, but you just missed out."),
    ("unsure", "The other candidate edged it."),
    ("rejection", "We have chosen not to proceed to the next stage with you."),
    ("rejection", "I'm sorry that I don't have better news: the vacancy has been filled."),
    ("unsure", "Keep in touch, and try again next year."),
    ("unsure", "You won't be joining us on this occasion."),
    ("offer", "Congratulations! You have been selected for the role of Barista."),
    ("unsure", "Great news: the board said yes!"),
    ("offer", "We would like to extend you an offer of 28,000 a year."),
    ("unsure", "Welcome to the team!"),
    ("unsure", "Can you start on the 16th? HR will send the papers."),
    ("offer", "Please sign the attached employment contract and return it."),
    ("human", "I enjoyed our talk and have shared your thoughts with the board."),
    ("human", "We start interviews for the other post next month."),
    ("human", "Our offices will be closed on Friday for the holiday."),
    ("human", "I am sorry for the delay. The committee meets on Tuesday."),
    ("human", "Sorry, I missed your call. I'm in meetings all day."),
    ("human", "Thanks for the references, they all came in."),
    ("human", "Nothing to report so far. We hope to decide before Easter."),
    ("question", "Are you still interested in the role?"),
    ("question", "What would make you leave your current job?"),
    ("question", "Did the train get you home all right?"),
    ("new-date", "Let's move it to next Wednesday, same time."),
    ("new-date", "Could you come in on the 11th at half past two?"),
    ("new-date", "Your second interview is booked for 9 March, 10:15."),
    ("stop", "I must ask you to stop."),
    ("stop", "Please respect that we do not want further emails."),
    ("stop", "This is harassment. Do not contact anyone here again."),
    ("stop", "We'd appreciate it if you didn't follow up any further."),
    ("human", "Please don't worry about the late form."),
    ("human", "No need to follow up, I'll write on Monday."),
]


@pytest.mark.parametrize(("meant", "line"), THIRD)
def test_a_third_strangers_sentence(meant: str, line: str) -> None:
    found = nature(f"Dear Alex,\n\n{line}\n\nBest wishes\nSam Hill")
    if meant == "unsure":
        assert not found.sure or found.kind in (Kind.REJECTION, Kind.OFFER, Kind.STOP)
    else:
        assert found.kind == meant
        assert found.sure or found.kind in (Kind.REJECTION, Kind.OFFER, Kind.STOP)


@given(
    st.lists(
        st.sampled_from([*REJECTIONS, *OFFERS, *DATES, *STOPS, *UNDECIDED, "?", "\n\n", "On Monday Ann wrote:\n> "]), max_size=6
    )
)
def test_whatever_a_person_mixes_it_is_a_persons_and_has_a_reason(lines: list[str]) -> None:
    found = nature(" ".join(lines))
    assert found.kind.from_a_person
    assert found.reasons
