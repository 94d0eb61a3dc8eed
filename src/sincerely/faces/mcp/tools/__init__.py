"""The tools: one file for each noun, each with `add(server, house)`."""
