"""The words a chart brings itself; all else is given to it."""

PRELIMINARY_MARK = "p"
PRELIMINARY_KEY = "p = preliminär uppgift"
HARD_SPACE = "\u00a0"
