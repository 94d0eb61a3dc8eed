"""The desk for other programs: REST and JSON under /api/, each caller with a token of its own."""
