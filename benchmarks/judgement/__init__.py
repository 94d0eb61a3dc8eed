"""How every checker at hand judges the same follow-up messages: see README.md."""
