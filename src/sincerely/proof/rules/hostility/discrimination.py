"""A discriminating remark.

*What it looks for*: slurs; remarks on age, sex, origin, faith, disability, orientation, well-meant ones too.
*Why it matters*: it wounds, it is unlawful at work, and no employer can answer it.
*Remedy*: leave out what people are; speak of what they do.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.lexicon import SLURS, words
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.proof.tone.swearing import spelled_out
from sincerely.terms import Part, Severity, Stage

# Each is also a wall, a dialect's cigarette, an animal, a timing or a people's own name: the sentence must agree.
TWO_FACED = words(
    "fag fags dyke dykes coon coons spaz mong mongs cripple cripples gypsies retard retarded spastic chink chinks wog poof spic"
)

RULE = Rule(
    severity=Severity.HOLD,
    title="A discriminating remark",
    why="Age, sex, origin, faith, disability and orientation are protected (Equality Act 2010, s. 4; US Civil Rights Act "
    "1964, Title VII).",
    flags=(
        Example(body="I did not expect a woman to know engines so well.", quote="I did not expect a woman to know engines"),
        Example(body="A man of your age must be glad of younger people with energy.", quote="your age"),
        Example(body="You hired a f*ggot instead of me.", stage=Stage.AFTER_REJECTION, quote="f*ggot"),
        Example(body="Your English is very good for a foreigner.", quote="good for a foreigner"),
        Example(body="Few people of your generation can follow a script like mine.", quote="people of your generation"),
        Example(body="Your English is very good for someone from the hills.", quote="Your English is very good for someone"),
        Example(
            body="It was refreshing to meet a woman who actually understands turbines.",
            quote="refreshing to meet a woman who actually",
        ),
        Example(body="So you picked a Romanian instead.", quote="you picked a Romanian"),
    ),
    passes=(
        Example(body="The women's refuge and the mosque next door share one boiler, as you explained."),
        Example(body="The old dyke at Terneuzen held, and I measured it with your son's drone club."),
        Example(body="Retarded ignition timing was the fault, and we found it together."),
        Example(body="I use a wheelchair, and your ramp was the best I have met this year."),
        Example(body="It was refreshing to meet an engineer who actually understands turbines."),
        Example(body="You picked a Romanian supplier for the oak, which is a good choice."),
    ),
)

# Where somebody is from, or believes, said of who was chosen.
PEOPLES = (
    "pole|romanian|bulgarian|lithuanian|ukrainian|russian|turk|arab|indian|pakistani|bangladeshi|chinese|asian|african"
    "|nigerian|somali|syrian|mexican|latino|latina|albanian|muslim|jew|hindu|immigrant|foreigner|refugee|migrant"
)
MANNER = Manner(
    rule="hostility/discrimination",
    says="This judges people by what they are.",
    reads_as="a remark on what people are",
    remedy=Remedy("Leave it out; speak of the work only."),
    certain=(
        pattern(
            r"\b(?:good|well|smart|clever|articulate|strong|fast|fit|sharp|impressive) for (?:a|an|your) (?:woman|girl|lady"
            r"|foreigner|immigrant|old (?:man|woman|lady)|your age|age|black (?:man|woman|person)|asian|african|muslim"
            r"|disabled person|blonde|pensioner)\b",
            r"\bdid(?:n't| not) expect (?:a|an) (?:woman|girl|lady|foreigner|immigrant|black (?:man|woman|person)|muslim"
            r"|old (?:man|woman)|disabled person) (?:to|in|at|who)\b",
            r"\b(?:woman|man|lady|person|someone|somebody|people) (?:of|at) your age (?:must|should|ought|can't|cannot"
            r"|shouldn't|would)\b",
            r"\b(?:woman|women|man|men|lady|ladies|gentlem[ae]n|girls?|person|people|someone|somebody) (?:of|from) your"
            r" (?:age|generation|race|faith|religion|sex|gender|colou?r|origins?)\b",
            r"\byour (?:English|accent|German|French|Spanish|Dutch) (?:is|was|sounds|sounded) (?:\w+ ){1,4}"
            r"(?:for|given|considering) (?:where you|your (?:country|background|origins?)|someone|somebody"
            r"|an? (?:foreigner|immigrant|african|asian"
            r"|indian|chinese))\b",
            r"\b(?:refreshing|surpris\w+|unusual|rare|a change|amaz\w+|astonish\w+|never thought)\b[^.!?\n]{0,50}\ban?"
            r" (?:woman|lady|girl|foreigner|immigrant|muslim|disabled person"
            r"|(?:black|older|asian|african) (?:woman|man|lady|person))"
            r" (?:who|that) (?:actually|really|truly|knows?|understands?|can|gets|speaks|could)\b",
            r"\byou(?:'ve| have)? (?:\w+ )?(?:took|taken|hired?|chose|chosen|picked|gone (?:for|with)|went (?:for|with)"
            r"|gave (?:it|the (?:job|post|role)) to) (?:an?|another|some|yet another) (?:"
            + PEOPLES
            + r")(?= (?:again|instead|over (?:me|us)|ahead of me|rather than me)|[.,;!?]|$)",
            r"\b(?:go|sent?) back to (?:your|his|her|their) (?:own )?(?:country|kitchen)\b",
            r"\bdiversity hires?\b[^.!?\n]{0,40}\b(?:instead|over|ahead|clearly|obviously|just|another)\b",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:" + "|".join(sorted(TWO_FACED)) + r")\b",
            r"\b(?:at (?:your|his|her|my) age|young (?:girl|lady|blood|people)|old (?:man|lady|people)|boomers?"
            r"|millennials?|foreigners?|immigrants?|accent|those people|your kind|you people|for a (?:woman|man|girl)"
            r"|diversity (?:hire|quota)|quota|maternity|time of the month|handicapped|normal people)\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    """Slurs by themselves, those with a second meaning and all other remarks where the sentence agrees."""
    slurs = list(spelled_out(reading, SLURS - TWO_FACED, SLURS))
    for span in slurs:
        yield Mark(Part.BODY, span, "This is a slur.", MANNER.remedy, evidence=(("word", 1.0),))
    for span in spelled_out(reading, SLURS - TWO_FACED, SLURS, Part.SUBJECT):
        yield Mark(Part.SUBJECT, span, "This is a slur.", MANNER.remedy, evidence=(("word", 1.0),))
    for mark in marks(reading, MANNER):
        if mark.part is not Part.BODY or not any(
            mark.span and mark.span.start < span.end and span.start < mark.span.end for span in slurs
        ):
            yield mark
