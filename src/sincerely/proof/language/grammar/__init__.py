"""Slips of grammar: one file each."""
