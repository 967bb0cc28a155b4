"""Where the keys and values of a TOML text stand; the standard reader does not say.

The text must be valid TOML: this scan follows it and never judges it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_LITERAL = re.compile(r"'([^'\n]*)'")
_LONG_BASIC = re.compile(r'"""\n?((?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{0,2})"""')
_LONG_LITERAL = re.compile(r"'''\n?((?:[^']|'{1,2}(?!'))*'{0,2})'''")
_PLAIN_HEADER = re.compile(r"\[\[([A-Za-z0-9_-]+)\]\] *\n")
_PLAIN_PAIR = re.compile(r'([A-Za-z0-9_-]+) *= *(?:"([^"\\\n]*)"|([a-z0-9.-]+)) *\n')
_PLAIN_PAIRS = re.compile(f"(?:{_PLAIN_PAIR.pattern})+")
_PLAIN_TABLE = re.compile(f"{_PLAIN_HEADER.pattern}((?:{_PLAIN_PAIR.pattern})*)\\n*")
_ANY_PAIR = r'[A-Za-z0-9_-]+ *= *(?:"[^"\\\n]*"|[a-z0-9.-]+) *\n'
_PLAIN_TABLES = re.compile(rf"\[\[([A-Za-z0-9_-]+)\]\] *\n(?:{_ANY_PAIR})*+\n*(?:\[\[\1\]\] *\n(?:{_ANY_PAIR})*+\n*)++")
_SCALAR = re.compile(r"[^,\]}#\n]+")


class Spot(NamedTuple):
    """Offsets of a key (or array item) and of the first character of its value's content."""

    key: int
    value: int


class Lines:
    """Turns offsets of a text into lines and columns (1-based)."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = list(accumulate([len(line) + 1 for line in text.split("\n")[:-1]], initial=0))

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Spots(NamedTuple):
    """The spots of a text. Plain lines, most of a long file, are only looked into when their table is asked about.

    `plain` holds the beginning and end of a table's plain lines, `alike` those of plain tables of one name, one after
    another, with the number of the first.
    """

    text: str
    found: dict[Path, Spot]
    plain: dict[Path, list[tuple[int, int]]]
    alike: dict[str, list[tuple[int, int, int]]]

    def get(self, path: Path) -> Spot | None:
        """The spot of a key, table header or array item, by its path: ("tabell", 0, "kolumner", 2)."""
        for name in path[:1]:
            self.part(str(name))
        self.unfold(path[:-1])
        return self.found.get(path)

    def part(self, name: str) -> None:
        """Find the plain tables of a name."""
        for first, start, end in self.alike.pop(name, ()):
            for number, table in enumerate(_PLAIN_TABLE.finditer(self.text, start, end), first):
                self.found[name, number] = Spot(table.start(), table.start())
                if table[2]:
                    self.plain[name, number] = [table.span(2)]

    def unfold(self, table: Path) -> None:
        """Find the keys of a table's plain lines."""
        for start, end in self.plain.pop(table, ()):
            for pair in _PLAIN_PAIR.finditer(self.text, start, end):
                self.found[(*table, pair[1])] = Spot(pair.start(), pair.start(pair.lastindex or 0))


def spots_of(text: str) -> Spots:
    """A text scanned, for those who ask for a few places."""
    scan = _Scan(text)
    scan.document()
    return Spots(text, scan.spots, scan.plain, scan.alike)


def find_spots(text: str) -> dict[Path, Spot]:
    """The spot of every key, table header and array item, by its path."""
    spots = spots_of(text)
    for name in tuple(spots.alike):
        spots.part(name)
    for table in tuple(spots.plain):
        spots.unfold(table)
    return spots.found


@dataclass(slots=True)
class _Scan:
    """The scan's place in the text, and what it has found."""

    text: str
    at: int = 0
    spots: dict[Path, Spot] = field(default_factory=dict)
    last: dict[Path, int] = field(default_factory=dict)
    plain: dict[Path, list[tuple[int, int]]] = field(default_factory=dict)
    alike: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)

    def document(self) -> None:
        table: Path = ()
        while self.blank() < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)

    def blank(self) -> int:
        self.at = self.end_of(_BLANK)
        return self.at

    def end_of(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.at)
        return match.end() if match else self.at + 1

    def header(self) -> Path:
        tables = _PLAIN_TABLES.match(self.text, self.at)
        if tables:  # what a file becomes long of
            self.plain_tables(tables[1], tables.end())
        plain = _PLAIN_TABLE.match(self.text, self.at)
        if plain:  # most tables of a long file; the rest below would do, slower
            return self.plain_table(plain)
        start, many = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        path = self.path((), self.key())
        if many:
            path = (*path, self.next_of(path))
        self.at += 2 if many else 1
        self.spots[path] = Spot(start, start)
        return path

    def plain_tables(self, name: str, end: int) -> None:
        """Pass over plain tables of one name up to the last of them, whose lines that are not plain may follow."""
        start, self.at = self.at, self.text.rindex(f"\n[[{name}]]", self.at, end) + 1
        first = self.next_of((name,))
        self.alike.setdefault(name, []).append((first, start, self.at))
        self.last[name,] = first + self.text.count(f"\n[[{name}]]", start, self.at - 1)

    def plain_table(self, found: re.Match[str]) -> Path:
        path: Path = (found[1], self.next_of((found[1],)))
        self.spots[path] = Spot(self.at, self.at)
        if found[2]:
            self.plain[path] = [found.span(2)]
        self.at = found.end()
        return path

    def next_of(self, array: Path) -> int:
        self.last[array] = self.last.get(array, -1) + 1
        return self.last[array]

    def path(self, table: Path, parts: list[str]) -> Path:
        """The path a dotted key leads to; every table of an array but the last part means its latest item."""
        for part in parts[:-1]:
            table = (*table, part)
            if table in self.last:
                table = (*table, self.last[table])
        return (*table, parts[-1])

    def key(self) -> list[str]:
        parts = [self.key_part()]
        while self.text.startswith(".", self.at):
            self.at += 1
            parts.append(self.key_part())
        return parts

    def key_part(self) -> str:
        self.at = self.end_of(_SPACE)
        pattern = {'"': _BASIC, "'": _LITERAL}.get(self.text[self.at], _BARE_KEY)
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at + 1
        self.at = self.end_of(_SPACE)
        return _plain(match) if match else ""

    def pair(self, table: Path) -> None:
        start = self.at
        plain = _PLAIN_PAIRS.match(self.text, start)
        if plain:  # most lines; the rest below would do, slower
            self.plain.setdefault(table, []).append((start, plain.end()))
            self.at = plain.end()
            return
        path = self.path(table, self.key())
        self.at += 1
        self.at = self.end_of(_SPACE)
        self.value(path, start)

    def value(self, path: Path, key: int) -> None:
        match self.text[self.at : self.at + 1]:
            case "[":
                self.spots[path] = Spot(key, self.at)
                self.array(path)
            case "{":
                self.spots[path] = Spot(key, self.at)
                self.inline_table(path)
            case _:
                self.scalar(path, key)

    def scalar(self, path: Path, key: int) -> None:
        match = self.string_pattern().match(self.text, self.at)
        self.spots[path] = Spot(key, match.start(match.lastindex or 0) if match else self.at)
        self.at = match.end() if match else self.at + 1

    def string_pattern(self) -> re.Pattern[str]:
        if self.text.startswith('"""', self.at):
            return _LONG_BASIC
        if self.text.startswith("'''", self.at):
            return _LONG_LITERAL
        return {'"': _BASIC, "'": _LITERAL}.get(self.text[self.at : self.at + 1], _SCALAR)

    def array(self, path: Path) -> None:
        self.at += 1
        index = 0
        while self.blank() < len(self.text) and self.text[self.at] != "]":
            self.value((*path, index), self.at)
            index += 1
            self.separator()
        self.at += 1

    def inline_table(self, path: Path) -> None:
        self.at += 1
        while self.blank() < len(self.text) and self.text[self.at] != "}":
            self.pair(path)
            self.separator()
        self.at += 1

    def separator(self) -> None:
        if self.blank() < len(self.text) and self.text[self.at] == ",":
            self.at += 1


def _plain(match: re.Match[str]) -> str:
    """A key part as the standard reader gives it."""
    if not match.lastindex:
        return match.group()
    inner = match.group(1)
    if match.re is _LITERAL or "\\" not in inner:
        return inner
    import tomli

    return next(iter(tomli.loads(f"{match.group()} = 0")))
