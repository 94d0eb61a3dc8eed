"""The tables of a desk, one file per noun."""
