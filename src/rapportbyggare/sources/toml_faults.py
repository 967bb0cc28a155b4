"""Why a text is not TOML, in Swedish: the standard reader's own words are only looked at, never shown."""

import re

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources import toml_messages as messages

_SPOT = re.compile(r"\(at line (\d+), column (\d+)\)")
_DATE = re.compile(r"=\s*[0-9]{4}-[0-9]{0,2}-?[0-9]?$")
_CAUSES = (
    (re.compile(r"Cannot (?:overwrite|mutate|redefine)|Duplicate"), messages.TWICE),
    (re.compile(r"Cannot declare"), messages.TABLE_TWICE),
    (re.compile(r"Unterminated string|Illegal character '\\n'|Expected '\"+'|Expected \"'"), messages.OPEN_STRING),
    (re.compile(r"Unescaped|Invalid hex|Escaped character"), messages.BACKSLASH),
    (re.compile(r"Expected '=' after a key"), messages.NO_EQUALS),
    (re.compile(r"Invalid initial character for a key"), messages.BAD_KEY),
    (re.compile(r"Expected newline or end of document"), messages.LEFT_OVER),
    (re.compile(r"Unclosed array"), messages.OPEN_LIST),
    (re.compile(r"inline table"), messages.OPEN_TABLE),
    (re.compile(r"Expected '\]+'"), messages.BAD_HEADER),
    (re.compile(r"Invalid statement"), messages.BAD_LINE),
    (re.compile(r"Invalid date"), messages.BAD_DATE),
    (re.compile(r"Invalid value"), messages.BAD_VALUE),
)


def syntax_fault(text: str, file: str, error: Exception) -> Problem:
    """One problem for a text the standard reader refused with `error`."""
    if isinstance(error, RecursionError):
        return messages.too_deep(file)
    words = str(error)
    place = _place(text, file, words)
    return messages.not_toml(place, _cause_in_line(text, place) or _cause_in_words(words))


def _cause_in_words(words: str) -> messages.Cause:
    return next((cause for pattern, cause in _CAUSES if pattern.search(words)), messages.UNCLEAR)


def _cause_in_line(text: str, place: Place) -> messages.Cause | None:
    """What the line itself shows better than the reader's words do."""
    line = text.split("\n")[place.line - 1]
    mark = line[place.column - 1 : place.column]
    if mark in tuple("”“„’"):
        return messages.CURLY
    if mark.isalpha() and not mark.isascii() and not line[: place.column - 1].count("="):
        return messages.BAD_KEY
    return messages.BAD_DATE if _DATE.search(line[: place.column]) else None


def _place(text: str, file: str, words: str) -> Place:
    spot = _SPOT.search(words)
    if spot:
        return Place(file, int(spot.group(1)), int(spot.group(2)))
    lines = text.rstrip("\n").split("\n")
    return Place(file, len(lines), len(lines[-1]) + 1)
