"""Cadence: a case in, a plan out. Pure: no clock, no network, no database."""
