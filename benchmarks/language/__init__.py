"""How well and how dearly our language checks work, beside other checkers in the same run."""
