"""The units of a received file: a large text file straight from the disk, anything else through its cells."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from polars.exceptions import PolarsError

from rapportbyggare.intake import units_file_messages as messages
from rapportbyggare.intake.csv_sheet import CsvForm, csv_form
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.maps import SourceMap
from rapportbyggare.intake.sheets import TEXTS, read_grids, unready
from rapportbyggare.intake.tables import find_table
from rapportbyggare.intake.units_frame import Units
from rapportbyggare.intake.units_rules import UnitRules
from rapportbyggare.intake.units_sheet import units_of
from rapportbyggare.intake.units_text import layout_of, units_in

CELLS_UP_TO = 30_000_000
_HEAD = 1 << 20
_UTF8 = ("utf-8", "utf-8-sig")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_rows(path: Path, map_: SourceMap, rules: UnitRules, folder: Path, findings: Findings, plain_from: int) -> Units | None:
    """The units of the file at `path`, or None with the reasons in `findings`.

    A text file of `plain_from` bytes or more is read straight from the disk. `folder` is for a copy in UTF-8 of one in
    another encoding; the units need it for as long as they are used.
    """
    if fault := unready(path):
        findings.add(fault)
        return None
    if path.suffix.casefold() not in TEXTS or path.stat().st_size < plain_from:
        return _by_cells(path, map_, rules, findings)
    return _straight(path, map_, rules, folder, findings)


def _by_cells(path: Path, map_: SourceMap, rules: UnitRules, findings: Findings) -> Units | None:
    grids, problems = read_grids(path)
    for problem in problems:
        findings.add(problem)
    table = find_table(grids, map_, findings) if grids else None
    if table is None or findings.count or not _complete(table.heads, map_, rules, findings):
        return None
    return units_of(table, rules.key, _used(rules, table.heads))


def _straight(path: Path, map_: SourceMap, rules: UnitRules, folder: Path, findings: Findings) -> Units | None:
    try:
        for source, head, form in _in_utf8(path, folder):
            layout = layout_of(source, path.name, head, form.delimiter, map_, findings)
            if layout is None or not _complete(layout.table.heads, map_, rules, findings):
                return None
            with suppress(PolarsError):
                if source.stat().st_size <= CELLS_UP_TO and b'"' in source.read_bytes() and layout.has_line_breaks():
                    break  # a quotation mark may have swallowed a row, which the cells tell
                return units_in(layout, map_, rules.key, _used(rules, layout.table.heads), findings)
    except csv.Error:
        pass
    return _carefully(path, map_, rules, findings)


def _carefully(path: Path, map_: SourceMap, rules: UnitRules, findings: Findings) -> Units | None:
    """A text file that is not plain, by its cells; one too large for that is refused at the row where it is not."""
    if path.stat().st_size <= CELLS_UP_TO:
        return _by_cells(path, map_, rules, findings)
    findings.refuse(messages.broken_row, path.name, _first_broken(path))
    return None


def _in_utf8(path: Path, folder: Path) -> Iterator[tuple[Path, str, CsvForm]]:
    """The file, or a copy of it in UTF-8, with its beginning; none when it is no plain text.

    One whose beginning is ASCII is first taken for UTF-8, and when that fails for Windows-1252.
    """
    head = _head(path)
    form = csv_form(head)
    if form and form.encoding in _UTF8 and b"\n" in head:
        yield path, head.decode(form.encoding), form
    other = "utf-16" if head.startswith(_UTF16) else "cp1252" if form and (head.isascii() or form.encoding not in _UTF8) else ""
    copy = folder / "kopia.csv"
    if other and _transcoded(path, copy, other):
        head = _head(copy)
        again = csv_form(head)
        if again and b"\n" in head:
            yield copy, head.decode(again.encoding), again


def _head(path: Path) -> bytes:
    """The beginning of a file, in whole lines."""
    with path.open("rb") as stream:
        content = stream.read(_HEAD)
        whole = not stream.read(1)
    return content if whole else content[: content.rfind(b"\n") + 1]


def _transcoded(path: Path, copy: Path, encoding: str) -> bool:
    """Whether the file could be copied to UTF-8, a piece at a time."""
    try:
        with path.open(encoding=encoding, newline="") as source, copy.open("w", encoding="utf-8", newline="") as target:
            while text := source.read(_HEAD):
                target.write(text)
    except UnicodeError:
        return False
    return True


def _complete(heads: Iterable[str], map_: SourceMap, rules: UnitRules, findings: Findings) -> bool:
    """Whether every column that the rules ask about is there, and one that tells the place."""
    there = frozenset(heads)
    missing = [name for name in rules.used if name not in there]
    for name in missing:
        findings.refuse(messages.column_not_there, findings.file, map_.columns[name], map_.file)
    if rules.areas and not there.intersection(rules.areas):
        findings.refuse(messages.no_place_column, findings.file, [map_.columns[name] for name in rules.areas], map_.file)
        return False
    return not missing


def _used(rules: UnitRules, heads: Iterable[str]) -> Sequence[str]:
    """The columns to be read: what the rules ask about, and the first column there is that tells the place."""
    there = frozenset(heads)
    area = next((name for name in rules.areas if name in there), "")
    asked = [*(name for name in rules.used if name not in rules.key or _asked_otherwise(rules, name)), area]
    return tuple(dict.fromkeys(name for name in asked if name))


def _asked_otherwise(rules: UnitRules, name: str) -> bool:
    """Whether a column of the identity is used for something more: the identity alone is not kept."""
    others = (rules.year.column, *rules.period, *(one.column for one in rules.filters), *rules.numbers, *rules.areas)
    return name in others


def _first_broken(path: Path) -> int:
    """The number of the first row that cannot be parted into as many cells as the headings; 0 when none is found."""
    form = csv_form(_head(path))
    number = width = 0
    try:
        with path.open(encoding=form.encoding if form else "utf-8", newline="") as stream:
            for number, row in enumerate(csv.reader(stream, delimiter=form.delimiter if form else ";", strict=True), 1):
                width = width or (len(row) if len(row) > 1 else 0)
                if width and any(row[width:]):
                    return number
    except (csv.Error, UnicodeError):
        return number + 1
    return 0
