"""Engines of others behind the same door: each replaceable, and absent without breakage."""
