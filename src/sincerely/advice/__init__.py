"""Advice: short articles for each way to go wrong, each stage and channel, and which of them fit what one is doing."""

from sincerely.advice.article import Article, Example
from sincerely.advice.fitting import Situation, Suggestion, fitting
from sincerely.advice.library import article, library

__all__ = ["Article", "Example", "Situation", "Suggestion", "article", "fitting", "library"]
