"""What a rule of typography is: a pattern, and what the words in it should be."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rapportbyggare.checks.patterns import lazy

HARD_SPACE = "\u00a0"
SEALED = "\ue000"
"""Stands for each character that nobody may touch, so that offsets hold and no pattern matches it."""
BOUND = "\ue001"
"""Stands for each character that the dataset puts there: it may be a number, and is never touched either."""
DIGIT = lazy(r"\d")

MONEY = "kr|tkr|mnkr|mdkr|kronor|miljoner|miljarder"
UNITS = rf"procentenheter|procentenhet|procent|{MONEY}|st|km|kvm"
COUNTED = (
    "(?:kommuner|företag|projekt|områden|team|personer|mål|insatser|aktörer|regioner|län|gånger|bolag|branscher|indikatorer"
    "|åtgärder|invånare|anställda)"
)
NO_NUMBER_BEFORE = r"(?<![\w.,:/§-])(?<!\d[ \u00a0])"


class FormRule(NamedTuple):
    """What `pattern` finds in a line is written otherwise: its group `x` (or `y`) becomes `new`.

    `loose` rules hold also where spaces lay out columns. The pattern finds nothing in a line without one of the texts
    `shows` (() when none are known), nor, where it `counts`, in one without a digit: most lines are spared the search.
    """

    code: str
    pattern: re.Pattern[str]
    new: str | Callable[[re.Match[str]], str]
    loose: bool = True
    shows: tuple[str, ...] = ()
    counts: bool = False

    def edits(self, line: str) -> Iterator[tuple[int, int, str]]:
        """Where in a line something is written otherwise, and how it should be."""
        if self.shows and not any(text in line for text in self.shows):
            return
        for found in self.pattern.finditer(line):
            group = "x" if found["x"] is not None else "y"
            new = self.new if isinstance(self.new, str) else self.new(found)
            if new != found[group]:
                yield found.start(group), found.end(group), new
