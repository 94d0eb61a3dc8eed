"""Loops: `tick(now) -> bool`, true where there was work."""
