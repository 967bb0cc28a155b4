"""Finds back where in the source an inline token stood: the parser keeps lines, not columns."""

from rapportbyggare.core.place import Place

# A token stands close after the one before it. Looking further would cost the square of a long text.
NEAR_LINES, NEAR_COLUMNS = 20, 4000


class Locator:
    """Walks through the lines of a block in step with its inline tokens.

    `lines` are the source's hidden lines (same columns as the source), `line` the 0-based first line of the
    block and `last` the line after it.
    """

    __slots__ = ("_base", "_column", "_file", "_last", "_line", "_lines", "_shift")

    def __init__(self, lines: list[str], file: str, line: int, last: int, base: int = 1, shift: int = 0) -> None:
        self._lines, self._file, self._line, self._last = lines, file, line, min(last, len(lines))
        self._column, self._base, self._shift = 0, base, shift

    def find(self, literal: str) -> Place:
        """The place of the next `literal`, passing it; the present place when it is not there as written."""
        place, self._line, self._column = self._search(literal)
        return place

    def ahead(self, literal: str) -> Place:
        """The place of the next `literal`, not passing it."""
        return self._search(literal)[0]

    def _search(self, literal: str) -> tuple[Place, int, int]:
        for line in range(self._line, min(self._last, self._line + NEAR_LINES)):
            begin = self._column if line == self._line else 0
            start = self._lines[line].find(literal, begin, begin + NEAR_COLUMNS + len(literal))
            if start >= 0:
                return self._place(line, start, start + len(literal)), line, start + len(literal)
        return self._place(self._line, self._column, 0), self._line, self._column

    def newline(self) -> None:
        """Pass to the next line: the tokens have come to a line break."""
        if self._line + 1 < self._last:
            self._line, self._column = self._line + 1, 0

    def _place(self, line: int, start: int, end: int) -> Place:
        shift = self._shift if line == 0 else 0
        return Place(self._file, line + self._base, start + 1 + shift, end + 1 + shift if end else 0)
