"""Pen: case and facts in, a first draft out; no two alike. Pure."""
