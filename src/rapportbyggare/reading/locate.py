"""Finds back where in the source an inline token stood: the parser keeps lines, not columns."""

from rapportbyggare.core.place import Place


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
        for line in range(self._line, self._last):
            start = self._lines[line].find(literal, self._column if line == self._line else 0)
            if start >= 0:
                self._line, self._column = line, start + len(literal)
                return self._place(start, start + len(literal))
        return self._place(self._column, 0)

    def _place(self, start: int, end: int) -> Place:
        shift = self._shift if self._line == 0 else 0
        return Place(self._file, self._line + self._base, start + 1 + shift, end + 1 + shift if end else 0)
