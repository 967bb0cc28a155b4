"""TOML files with places: typed questions to a table, and Swedish problems instead of exceptions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum
from typing import Any, TypeVar

import tomli

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources import toml_messages as messages
from rapportbyggare.sources.spots import Lines, Path, Spot, Spots, spots_of
from rapportbyggare.sources.toml_faults import syntax_fault

E = TypeVar("E", bound=Enum)
V = TypeVar("V")


@dataclass(slots=True)
class _File:
    """What the tables of one file share."""

    name: str
    problems: list[Problem]
    text: str
    quiet: bool = False
    _lines: Lines | None = None
    _spots: Spots | None = None

    def spot(self, path: Path) -> Spot | None:
        """Where a path stands; the text is scanned when first asked."""
        if self._spots is None:
            self._spots = spots_of("" if self.quiet else self.text)
        return self._spots.get(path)

    def place(self, offset: int, width: int) -> Place:
        """The place of an offset and the `width` characters after it (0: unknown)."""
        self._lines = self._lines or Lines(self.text)
        line, column = self._lines.at(offset)
        return Place(self.name, line, column, column + width if width else 0)


@dataclass(frozen=True, slots=True)
class Fields:
    """A table of a TOML file. Each question names a key; its problems go to the list given to `read_table`.

    A question without `default` is about a required key; a faulty or missing value is answered by the default or
    the type's empty value, so reading goes on and all faults are found. End with `done()` on the outermost table.
    """

    values: Mapping[str, Any]
    path: Path
    source: _File
    asked: set[str] = field(default_factory=set)
    inner: "list[Fields]" = field(default_factory=list)

    def __contains__(self, key: str) -> bool:
        return key in self.values

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that stand in the table, in order."""
        return tuple(self.values)

    @property
    def readable(self) -> bool:
        """Whether the file could be read: it is TOML, of a format we know."""
        return not self.source.quiet

    @property
    def here(self) -> Place:
        """Where the table begins: its header, or the file as a whole."""
        spot = self.source.spot(self.path)
        return self.source.place(spot.key, 0) if spot else Place(self.source.name)

    def place(self, key: str) -> Place:
        """Where the key stands; the table's place when it does not."""
        spot = self.source.spot((*self.path, key))
        return self.source.place(spot.key, len(key)) if spot else self.here

    def value_place(self, key: str, index: int | None = None) -> Place:
        """Where the content of a value begins (inside the quotes), or of item `index` of a list."""
        path = (*self.path, key) if index is None else (*self.path, key, index)
        spot = self.source.spot(path)
        return self.source.place(spot.value, 0) if spot else self.place(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; an unquoted date is given as ISO text."""
        value = self.values.get(key)
        if isinstance(value, str):  # nearly all; a long file has them by the ten thousand
            self.asked.add(key)
            return value
        return self._ask(key, default, "", _as_text, messages.TEXT)

    def whole(self, key: str, default: int | None = None) -> int:
        """A whole number."""
        return self._ask(key, default, 0, _as_whole, messages.WHOLE)

    def number(self, key: str, default: float | None = None) -> float:
        """A number, with or without decimals; never infinite."""
        return self._ask(key, default, 0.0, _as_number, messages.NUMBER)

    def flag(self, key: str, default: bool | None = None) -> bool:
        """True or false."""
        return self._ask(key, default, False, _as_flag, messages.FLAG)

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts."""
        return self._ask(key, default, (), _list_of(_as_text), messages.TEXTS)

    def numbers(self, key: str, default: tuple[float, ...] | None = None) -> tuple[float, ...]:
        """A list of numbers."""
        return self._ask(key, default, (), _list_of(_as_number), messages.NUMBERS)

    def choice(self, key: str, kinds: type[E], default: E | None = None) -> E:
        """A member of `kinds` by its value; the first member when the value is at fault."""
        self.asked.add(key)
        try:
            return kinds(self.values.get(key))
        except ValueError:
            return self._no_choice(key, kinds, default)

    def table(self, key: str, required: bool = False) -> "Fields":
        """The table `[key]`; an empty one when it is not there."""
        default: Mapping[str, Any] | None = None if required else {}
        return self._enter(self._ask(key, default, {}, _as_table, messages.TABLE), (*self.path, key))

    def tables(self, key: str, required: bool = False) -> "tuple[Fields, ...]":
        """The tables `[[key]]`, in order."""
        default: tuple[Mapping[str, Any], ...] | None = None if required else ()
        found = self._ask(key, default, (), _list_of(_as_table), messages.TABLES)
        inside = [Fields(one, (*self.path, key, index), self.source) for index, one in enumerate(found)]
        self.inner.extend(inside)
        return tuple(inside)

    def report(self, problem: Problem) -> None:
        """Add a problem of the caller's own to those of the file."""
        if not self.source.quiet:
            self.source.problems.append(problem)

    def done(self) -> None:
        """Report the keys nobody asked about, here and in the tables inside."""
        if not self.asked.issuperset(self.values):
            for key in [key for key in self.values if key not in self.asked]:
                self.report(messages.unknown_key(self.place(key), key, sorted(self.asked)))
        for table in self.inner:
            table.done()

    def _ask(self, key: str, default: V | None, empty: V, read: "Callable[[Any], V | None]", kind: messages.Kind) -> V:
        self.asked.add(key)
        if key not in self.values:
            if default is None:
                self.report(messages.missing_key(self.here, key, kind, self._label()))
            return empty if default is None else default
        answer = read(self.values[key])
        if answer is None:
            self.report(messages.wrong_kind(self.value_place(key), key, kind, self.values[key]))
        return (empty if default is None else default) if answer is None else answer

    def _no_choice(self, key: str, kinds: type[E], default: E | None) -> E:
        """The answer when the value is not one of `kinds`, and what is wrong with it."""
        choices = [str(kind.value) for kind in kinds]
        word = self._ask(key, None if default is None else str(default.value), "", _as_text, messages.choice_of(choices))
        if isinstance(self.values.get(key), str):
            self.report(messages.not_a_choice(self.value_place(key), key, word, choices))
        return default or next(iter(kinds))

    def _enter(self, values: Mapping[str, Any], path: Path) -> "Fields":
        inside = Fields(values, path, self.source)
        self.inner.append(inside)
        return inside

    def _label(self) -> str:
        return ".".join(str(part) for part in self.path if isinstance(part, str))


def read_table(text: str, file: str, problems: list[Problem]) -> Fields:
    """The outermost table of a TOML text; `file` is its name in the problems, which are added to `problems`.

    A text that is not TOML gives one problem and an empty table that asks for nothing more.
    """
    try:
        values = tomli.loads(text)
        return Fields(values, (), _File(file, problems, text))
    except (ValueError, RecursionError) as error:
        problems.append(syntax_fault(text, file, error))
        return Fields({}, (), _File(file, problems, text, quiet=True))


def format_number(fields: Fields, newest: int = 1) -> int:
    """The file's format number (0 when it is missing or wrong).

    A file newer than `newest` is refused, and nothing more is said of it.
    """
    number = fields.whole("format")
    if number > newest:
        fields.report(messages.newer_format(fields.value_place("format"), number, newest))
        fields.source.quiet = True
    elif "format" in fields and number < 1 and isinstance(fields.values["format"], int):
        fields.report(messages.no_format(fields.value_place("format"), newest))
    return number


def _as_text(value: object) -> str | None:
    match value:
        case str():
            return value
        case date() | time():
            return value.isoformat()
        case _:
            return None


def _as_whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _as_number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -1e15 < value < 1e15:
        return None
    return float(value)


def _as_flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _as_table(value: object) -> Mapping[str, Any] | None:
    return value if isinstance(value, dict) else None


def _list_of(read: Callable[[Any], V | None]) -> Callable[[Any], tuple[V, ...] | None]:
    def read_all(value: object) -> tuple[V, ...] | None:
        return _complete([read(item) for item in value]) if isinstance(value, list) else None

    return read_all


def _complete(items: list[V | None]) -> tuple[V, ...] | None:
    whole = tuple([item for item in items if item is not None])
    return whole if len(whole) == len(items) else None
