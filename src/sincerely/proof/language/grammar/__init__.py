"""Slips of grammar: one file each."""

from sincerely.proof.language.grammar.agreement import disagreeing
from sincerely.proof.language.grammar.apostrophes import stray_apostrophes
from sincerely.proof.language.grammar.articles import wrong_articles
from sincerely.proof.language.grammar.brackets import unbalanced
from sincerely.proof.language.grammar.doubled import doubled
from sincerely.proof.language.grammar.numbers import miscounted
from sincerely.proof.language.grammar.phrases import phrases
from sincerely.proof.language.grammar.questions import unasked
from sincerely.proof.language.grammar.spacing import misspaced
from sincerely.proof.language.grammar.subjects import unlike_subjects

CHECKS = (
    doubled,
    wrong_articles,
    disagreeing,
    unlike_subjects,
    miscounted,
    stray_apostrophes,
    phrases,
    misspaced,
    unbalanced,
    unasked,
)
