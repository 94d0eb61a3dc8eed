"""The faces of the desk: thin, each ignorant of the others."""
