"""The wiring: settings, and the worker that ticks the loops."""
