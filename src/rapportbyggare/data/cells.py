"""What single cells mean, and how they are written."""

import re
from decimal import Decimal

from rapportbyggare.sources.text import on_one_line

_YEAR = re.compile(r"[12][0-9]{3}")
_WHOLE = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f]?[0-9]{3}){0,5}|[0-9]{1,15}")
_NEUTRALISED = re.compile(r"^'(?=[=+@\t'-])")
_TO_NEUTRALISE = re.compile(r"[=+@\t-]|'[=+@\t'-]")


def read_year(cell: str) -> int | None:
    """A year of four digits."""
    return int(cell) if _YEAR.fullmatch(cell) else None


def read_whole(cell: str) -> int | None:
    """A whole number, 0 or more, with or without groups."""
    return int(re.sub(r"\D", "", cell)) if _WHOLE.fullmatch(cell) else None


def read_note(cell: str) -> str:
    """Free text, without the apostrophe that keeps a spreadsheet from reading it as a formula."""
    return _NEUTRALISED.sub("", cell) if cell else cell


def write_note(text: str) -> str:
    """Free text on one line, with an apostrophe before it where a spreadsheet would read a formula."""
    line = on_one_line(text)
    return f"'{line}" if _TO_NEUTRALISE.match(line) else line


def write_number(amount: Decimal | None) -> str:
    """All digits of an amount with a decimal comma, "" for none; a negative one is a number all the same."""
    if amount is None:
        return ""
    return f"{amount if amount else amount.copy_abs():f}".replace(".", ",")
