"""The only writers: one file per noun, `verb(actor, …, now)`."""
