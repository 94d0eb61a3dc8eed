"""What `check --fix` may do: mend slips, and never touch a name that stands on record."""

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.proof import proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.fixing import fixed
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import Rulebook, only, rule_ids

NAMES = (
    *("Jhon Smiht", "Teh Wei Ling", "Anothny Recieve", "Aria Adress", "Siobhán Ní Bhraonáin", "Nguyễn Thị Mai", "Jon Cleerk"),
    *("Wendsday Addison", "Marijke van der Velde", "Alot Freind", "Theirry Manger", "iain macleod", "Ingor Publik"),
)
COMPANIES = ("Tehnical Suply Ltd", "Acomodate Homes", "Nite Lite Foundary", "Kwik Maintanance Co", "Xperience Travell", "beleev")
SENTENCES = st.lists(
    st.sampled_from(
        [
            "I recieved your note, and and I am glad.",
            "Thank you for you time.",
            "It was a honour to meet {first} and to hear of {company}.",
            "{name} showed me round {company}, wich I liked.",
            "My freind at {company} speaks well of {family}.",
            "alot of people know {company}'s work.",
            "{company} and {name} recieve my thanks.",
        ]
    ),
    min_size=1,
    max_size=6,
)


@cache
def rulebook() -> Rulebook:
    return only([rule for rule in rule_ids() if rule.startswith("language/")], load_senses())


@given(st.sampled_from(NAMES), st.sampled_from(COMPANIES), st.sampled_from(NAMES), SENTENCES)
@settings(max_examples=25, deadline=None)
def test_fixing_leaves_every_name_on_record_as_it_stands(name: str, company: str, writer: str, sentences: list[str]) -> None:
    first, *_, family = name.split()
    text = " ".join(sentences).format(name=name, first=first, family=family, company=company)
    body = f"Dear {name},\n\n{text}\n\nKind regards,\n{writer}"
    record = {"contacts": [{"name": name}], "company": company, "candidate": {"name": writer}}
    letter = read_letter({"message": {"body": body}, "record": record})
    mended = fixed(letter, proofread(letter, rulebook()).findings).body
    for right in (name, company, writer, first, family):
        assert len(re.findall(re.escape(right), mended)) >= len(re.findall(re.escape(right), body))
