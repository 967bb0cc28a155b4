"""Rows of a table in a plain text: a heading and figures in columns, under a line that names the columns' periods."""

import re
from typing import NamedTuple

from rapportbyggare.checks.patterns import lazy
from rapportbyggare.typography.dates import ANY_MONTH

NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
FIGURE = rf"(?:{NUMBER})(?:[ \u00a0]?%|[ \u00a0](?:kr|st|tkr|mnkr))?"
GAP = lazy(r"\s{2,}|\t")
CELL = lazy(rf"(?<![\w,.]){FIGURE}(?![\w,])")
ROW = lazy(rf"\s*(?P<head>[^\W\d][^\d|:]{{1,40}}?)\s+(?P<cells>(?>{FIGURE})(?:\s+(?>{FIGURE}))+)\s*")
PERIOD = lazy(rf"(?:(?:{ANY_MONTH})\s+)?(?:19|20)\d\d\b", re.IGNORECASE)
ONE_WORD = lazy(r"[A-ZÅÄÖ][a-zåäö]+")
FURTHEST = 28


class Field(NamedTuple):
    """A cell of a line: its words, and the offset in the line of the first of them."""

    text: str
    start: int


def row_of(line: str, following: str = "", columns: int = 0) -> tuple[Field, tuple[Field, ...]] | None:
    """The row's heading and its figures, None for a line that is no row of a table.

    Without a wide gap in it, a line is a row only in a table of as many `columns`. A heading that ends with a stroke goes
    on in the `following` line.
    """
    found = ROW.fullmatch(line)
    if found is None:
        return None
    cells = tuple(_fields(line, found.start("cells")))
    if len(cells) < 2 or (GAP.search(line.strip()) is None and len(cells) != columns):
        return None
    head = found["head"].rstrip()
    more = following.strip() if head.endswith("/") and ONE_WORD.fullmatch(following.strip()) else ""
    return Field(head + more, found.start("head")), cells


def _fields(line: str, start: int) -> list[Field]:
    """The figures; a wide gap always parts two of them."""
    found, at = list[Field](), start
    for part in GAP.split(line[start:].rstrip()):
        at = line.index(part, at) if part else at
        found += [Field(one[0], at + one.start()) for one in CELL.finditer(part)]
        at += len(part)
    return found


def heads_of(line: str) -> tuple[Field, ...]:
    """The columns' headings of a line that only names periods after its first words; () for another line."""
    found = [Field(one[0], one.start()) for one in PERIOD.finditer(line)]
    if len(found) < 2:
        return ()
    between = PERIOD.sub("", line[found[0].start :]).strip()
    lead = line[: found[0].start].split()
    return tuple(found) if not between and len(lead) < 3 else ()
