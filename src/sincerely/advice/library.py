"""The library: every article in the folder beside this file."""

from functools import cache
from pathlib import Path

from sincerely.advice.article import Article, read_article

ARTICLES = Path(__file__).with_name("articles")


@cache
def library() -> tuple[Article, ...]:
    """All articles, by title."""
    found = (read_article(path.stem, path.read_text(encoding="utf-8")) for path in ARTICLES.glob("*.toml"))
    return tuple(sorted(found, key=lambda one: one.title))


def article(name: str) -> Article | None:
    """The article of that name, None where there is none."""
    return next((one for one in library() if one.name == name), None)
