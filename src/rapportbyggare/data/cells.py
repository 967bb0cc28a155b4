"""What single cells mean."""

import re

_YEAR = re.compile(r"[12][0-9]{3}")
_WHOLE = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f]?[0-9]{3}){0,5}|[0-9]{1,15}")
_NEUTRALISED = re.compile(r"^'(?=[=+@\t'-])")


def read_year(cell: str) -> int | None:
    """A year of four digits."""
    return int(cell) if _YEAR.fullmatch(cell) else None


def read_whole(cell: str) -> int | None:
    """A whole number, 0 or more, with or without groups."""
    return int(re.sub(r"\D", "", cell)) if _WHOLE.fullmatch(cell) else None


def read_note(cell: str) -> str:
    """Free text, without the apostrophe that keeps a spreadsheet from reading it as a formula."""
    return _NEUTRALISED.sub("", cell) if cell else cell
