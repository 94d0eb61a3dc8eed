"""A stunt.

*What it looks for*: telegrams, costumes, parcels, flowers: anything sent that is not the message. A small gift is only a warning.
*Why it matters*: gifts look like bribes, stunts like pressure, and many employers must send both back.
*Remedy*: let the words do the work.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, hear, mark, pattern
from sincerely.terms import Severity

RULE = Rule(
    severity=Severity.HOLD,
    title="A stunt or a gift",
    why="Gifts to someone who decides are refused under most codes of conduct (guidance to the Bribery Act 2010), and "
    "stunts read as pressure.",
    flags=(
        Example(body="A singing telegram will reach your desk at noon.", quote="singing telegram"),
        Example(body="I have sent a dozen red roses to your reception.", quote="sent a dozen red roses to your reception"),
        Example(body="I will be standing in your lobby in a chicken costume until you say yes.", quote="in a chicken costume"),
        Example(body="My cousin has hired a bagpiper who will play outside your window.", quote="hired a bagpiper"),
        Example(body="I have posted you a small box of chocolates to say thank you.", quote="box of chocolates"),
        Example(
            body="I took the liberty to order a crate of stout for your team.",
            quote="I took the liberty to order a crate of stout for your team",
        ),
    ),
    passes=(
        Example(body="The balloon display and the parcel sorter were the highlights of the tour."),
        Example(body="Costume fittings for the chorus take me four minutes each."),
        Example(body="Last June I booked the brass band to play at the fair, and your harbour festival needs just that."),
        Example(body="I sent the slides you asked for on Monday."),
        Example(body="Thank you for the cake; I have asked my mother for her recipe to compare."),
        Example(body="For your wine list I would order a case of Riesling for you to taste, as you suggested."),
        Example(body="I sent you the chocolates invoice on Monday."),
    ),
)

SENT = (
    r"\b(?:sent|send|sending|posted|posting|ordered|delivered|delivering|arranged for|hired|booked|left|leaving"
    r"|dropped off|mailed|couriered)\b"
)
SMALL = pattern(
    r"\b(?:small|little) (?:gift|present|token|something|thank-you)\b",
    r"\b(?:box|bag|jar|packet|tin|bar|tray) of (?:\w+ )?(?:chocolates?|biscuits|cookies|honey|jam|tea|sweets|fudge|truffles"
    r"|brownies|dates|baklava)\b",
    r"\b(?:chocolates|biscuits|cookies|mug|bookmark|home-?made|postcard|cupcakes|fridge magnet|gift card)\b",
)
GRAND = pattern(
    r"\b(?:roses|bouquet|champagne|hamper|telegram|costume|balloons?|billboard|mariachi|choir|band|whisky|watch|crate"
    r"|voucher|tickets)\b"
)

MANNER = Manner(
    rule="pressure/stunt",
    says="This goes beyond a message: a gift, a delivery or a performance.",
    reads_as="a stunt",
    remedy=Remedy("Call it off, and let a short, specific thank-you stand alone."),
    certain=(
        pattern(
            r"\b(?:singing telegram|singing messenger|strippergram|flash ?mob for you|carrier pigeon will)\b",
            SENT + r" (?:\w+ ){0,3}(?:roses|flowers|bouquet|hamper|champagne|balloons|mariachi)\b[^.!?\n]{0,30}\b(?:you|your)\b",
            SENT + r" (?:you|your \w+) (?:\w+ ){0,5}(?:roses|flowers|bouquet|hamper|champagne|balloons|chocolates|cake|whisky"
            r"|cookies|biscuits|cupcakes)\b(?! (?:orders?|lists?|invoices?|menus?|recipes?|plans?|prices?|stands?|samples?)\b)",
            r"\bI(?:'ve| have| will|'ll|'m| am| shall)? (?!would|could|can\b|might)(?:\w+ ){0,4}(?:order(?:ed|ing)?"
            r"|sen[dt]|sending|ship(?:ped|ping)?|post(?:ed|ing)?|deliver(?:ed|ing)?|left|leav(?:e|ing)|brought)"
            r" (?:\w+ ){0,3}(?:case|crate|bottle|barrel|keg|basket|magnum) of (?:\w+ ){0,2}(?:wine"
            r"|champagne|whiske?y|riesling|beer|stout|ale|prosecco|port|gin|rum"
            r"|cognac|fruit|sweets|cheeses?) (?:for|to|at|with|on) (?:you\b|your (?:office|desk|team|panel|reception\w*|home"
            r"|staff|colleagues))",
            r"\b(?:in|wearing|dressed (?:as|in)) (?:a|an|my|full) (?:\w+ ){0,2}(?:costume|suit of armour|onesie"
            r"|mascot)\b[^.!?\n]{0,30}\b(?:your|until you)\b",
            r"\b(?:your|until you)\b[^.!?\n]{0,30}\b(?:in|wearing|dressed (?:as|in)) (?:a|an|my"
            r"|full) (?:\w+ ){0,2}(?:costume|suit of armour|onesie|mascot)\b",
            r"\b(?:asked|arranged(?: for)?|booked|hired|invited|persuaded|paid|got) (?:\w+ ){0,4}(?:choir|band|quartet|piper"
            r"|bagpiper|drummers?|magician|juggler|dancers?|singers?|musicians?|orchestra|actors?) [^.!?\n]{0,60}\b(?:to|will)"
            r" (?:come|sing|play|perform|march|dance|appear|serenade|turn up)\b[^.,;!?\n]{0,80}\b(?:you|your"
            r"|my (?:name|application|praises|cover letter))\b",
            r"\b(?:billboard|skywriter|banner plane)\b[^.!?\n]{0,60}\b(?:your (?:office|window|car park|building)|my name"
            r"|hire me)\b",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:telegram|costume|bouquet|flowers|roses|balloons?|billboard|hamper|champagne|whisky|chocolates|cupcakes"
            r"|doughnuts|donuts|pizzas?|cake)\b",
            r"\b(?:parcel|package|courier|delivery|gift|present|surprise)\b",
        ),
        SMALL,
    ),
)
GIFT = Remedy(
    "Keep the gift for after the decision, if at all; many employers must send it back. The words alone are thanks enough."
)


def look(reading: Reading) -> Iterator[Mark]:
    for heard in hear(reading, MANNER):
        around = next(sentence for sentence in reading.sentences if sentence.start <= heard.span.start < sentence.end)
        words = reading.quote(around)
        if SMALL.search(words) and not GRAND.search(words):
            yield Mark(
                mark(MANNER, heard).part,
                heard.span,
                "A gift, however small, can put the reader in an awkward place.",
                GIFT,
                Severity.WARNING,
                evidence=((MANNER.rule, heard.score),),
            )
        else:
            yield mark(MANNER, heard)
