"""Rows that are no unit of their own: without identity, or about a unit that another row is about."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from rapportbyggare.intake import units_messages as messages
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.units_frame import Units
from rapportbyggare.intake.units_listing import listed, where

MOST = 50_000
"""Rows that share their identity with another: with more, the column does not tell units apart."""

_PAIRS = 6


def each_unit_once(units: Units, key: Sequence[str], titles: str, findings: Findings) -> pl.Series:
    """Which rows are units to be counted: with an identity, each once; `titles` are the headings of the columns `key`.

    Copies are remarked. Units whose rows differ are refused, by row number only.
    """
    named = units.keys.is_not_null()
    nameless = len(units) - int(named.sum())
    if found := where(units, ~named):
        findings.remark(messages.without_identity, found, titles)
    if units.keys.n_unique() == len(units) - nameless + bool(nameless):
        return named
    repeated = units.keys.is_duplicated() & named
    count = int(repeated.sum())
    if count > MOST:
        findings.refuse(messages.key_tells_nothing, units.place(int(units.rows[0]), key[0]), titles, count)
        return named
    return named & ~_copies(units, units.rows.filter(repeated).to_list(), key, titles, findings)


def _copies(units: Units, rows: Sequence[int], key: Sequence[str], titles: str, findings: Findings) -> pl.Series:
    """Which rows repeat an earlier one; those that say something else of the same unit are refused."""
    contents = units.contents(rows)
    copies: list[int] = []
    unlike: list[tuple[int, ...]] = []
    for group in _groups(contents, [units.heads[name] for name in key]):
        distinct = {_plain(contents[row]): row for row in reversed(group)}
        copies += [row for row in group if row not in distinct.values()]
        if len(distinct) > 1:
            unlike.append(tuple(sorted(distinct.values())))
    if unlike:
        text = listed([" = ".join(map(str, group)) for group in unlike[:_PAIRS]], len(unlike))
        findings.refuse(messages.same_unit_differs, (units.place(unlike[0][0]), len(unlike), f"rad {text}"), titles)
    again = units.rows.is_in(sorted(copies))
    if found := where(units, again):
        findings.remark(messages.same_row_again, found)
    return again


def _groups(contents: Mapping[int, tuple[object, ...]], key: Sequence[int]) -> Iterator[list[int]]:
    """The row numbers of each identity that several rows have, in order; the identities themselves are let go."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for row in sorted(contents):
        content = contents[row]
        identity = tuple(_bare(content[at] if at < len(content) else None) for at in key)
        groups.setdefault(identity, []).append(row)
    yield from (group for group in groups.values() if len(group) > 1)


def _bare(value: object) -> str:
    return "" if value is None else str(value).replace("-", "").strip()


def _plain(content: tuple[object, ...]) -> tuple[str, ...]:
    """A row as it is compared: blanks around and at the end do not count."""
    texts = ["" if value is None else str(value).strip() for value in content]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)
