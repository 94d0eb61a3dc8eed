"""How long a check takes: cold, warm, after one key, many at once, and how it grows; beside peers in the same run."""
