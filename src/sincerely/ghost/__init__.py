"""Ghost: an optional language model behind an OpenAI-compatible address, the person's own. Asked only where they say so."""
