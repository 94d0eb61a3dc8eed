"""Processes that send are killed without warning, on real servers: what was stored is held against what the desk says."""
