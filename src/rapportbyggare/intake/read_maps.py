"""The maps of a project, read strictly: `report/kallor/*.toml`."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.figure import Status
from rapportbyggare.core.problem import Problem, has_errors
from rapportbyggare.intake import map_messages as messages
from rapportbyggare.intake.cells import fold
from rapportbyggare.intake.columns import Column, ColumnType, NumberUnit, Word
from rapportbyggare.intake.long_columns import LONG_COLUMNS
from rapportbyggare.intake.maps import FOLDER, FOOTERS, Kind, SourceMap
from rapportbyggare.intake.subjects import read_subjects
from rapportbyggare.intake.units_map import read_rules
from rapportbyggare.sources.text import read_text
from rapportbyggare.sources.toml import Fields, format_number, read_table

_ID = re.compile(r"[a-z][a-z0-9_-]*")


class _Meaning(Enum):
    """What a text in place of a number may mean."""

    MISSING = Status.MISSING.value
    NOT_YET = Status.NOT_YET.value
    IMPOSSIBLE = Status.IMPOSSIBLE.value
    CONFIDENTIAL = Status.CONFIDENTIAL.value
    ZERO = "noll"


def read_maps(project: Path, catalogue: Catalogue) -> tuple[dict[str, SourceMap], tuple[Problem, ...]]:
    """The maps that are without errors, by name (the file's, without ending), and all that is wrong with the others."""
    folder = project / FOLDER
    names = sorted(path.stem for path in folder.glob("*.toml")) if folder.is_dir() else []
    read = {name: read_map(project, name, catalogue) for name in names}
    sound = {name: one for name, (one, _) in read.items() if one is not None}
    return sound, tuple(problem for _, problems in read.values() for problem in problems)


def read_map(project: Path, name: str, catalogue: Catalogue) -> tuple[SourceMap | None, tuple[Problem, ...]]:
    """One map and all that is wrong with it; None when it has an error."""
    file = f"{FOLDER}/{name}.toml"
    text, problems = read_text(project, file)
    found = list(problems)
    if text or not problems:
        fields = read_table(text, file, found)
        format_number(fields)
        one = _map(fields, name, file, catalogue)
        fields.done()
        if not has_errors(found) and fields.readable:
            return one, tuple(found)
    return None, tuple(dict.fromkeys(found))


def _map(fields: Fields, name: str, file: str, catalogue: Catalogue) -> SourceMap:
    kind = fields.choice("slag", Kind)
    source = _source(fields, kind, catalogue)
    columns = dict(_columns(fields.table("kolumner"), kind))
    return SourceMap(
        name=name,
        file=file,
        source=source,
        kind=kind,
        patterns=fields.texts("filnamn", ()),
        sheets=fields.texts("blad", ()),
        header_rows=_header_rows(fields),
        footers=fields.texts("sidfot", FOOTERS),
        columns=columns,
        place_names=_place_names(fields.table("platsnamn"), catalogue),
        words=tuple(_words(fields.table("tomma"))),
        area=_area(fields, kind, catalogue),
        skipped=fields.texts("hoppa_over", ()) if kind is Kind.CROSSTAB else (),
        subjects=read_subjects(fields, source, catalogue) if kind is Kind.CROSSTAB else (),
        rules=read_rules(fields, source, columns, catalogue) if kind is Kind.UNITS else None,
        beyond=fields.flag("utanfor_100", False),
    )


def _source(fields: Fields, kind: Kind, catalogue: Catalogue) -> str:
    source = fields.text("kalla", "" if kind is Kind.LONG else None)
    if source and source not in catalogue.sources:
        fields.report(messages.unknown_source(fields.value_place("kalla"), source, catalogue.sources))
    return source


def _header_rows(fields: Fields) -> int:
    rows = fields.whole("rubrikrader", 1)
    if rows not in (1, 2):
        fields.report(messages.strange_header_rows(fields.value_place("rubrikrader"), rows))
    return rows


def _area(fields: Fields, kind: Kind, catalogue: Catalogue) -> str:
    if kind is not Kind.CROSSTAB:
        return ""
    area = fields.text("plats", "")
    if area and area not in catalogue.areas:
        fields.report(messages.unknown_area(fields.value_place("plats"), area, catalogue.areas))
    return area


def _columns(table: Fields, kind: Kind) -> Iterator[tuple[str, Column]]:
    for name in table.keys:
        if not _ID.fullmatch(name):
            table.report(messages.bad_column_name(table.place(name), name))
        yield name, _column(table.table(name), name, kind)
    if kind is Kind.LONG:
        for column in LONG_COLUMNS:
            if column.name not in table.keys:
                yield column.name, column
        strange = set(table.keys) - {column.name for column in LONG_COLUMNS}
        for name in sorted(strange):
            table.report(messages.not_a_long_column(table.place(name), name, [column.name for column in LONG_COLUMNS]))


def _column(table: Fields, name: str, kind: Kind) -> Column:
    declared = next((one for one in LONG_COLUMNS if one.name == name), None) if kind is Kind.LONG else None
    headings = table.texts("namn", declared.headings if declared else None)
    if "namn" in table and not any(heading.strip() for heading in headings):
        table.report(messages.no_headings(table.place("namn"), name))
    return Column(
        name=name,
        headings=headings,
        type=table.choice("typ", ColumnType, declared.type if declared else None),
        unit=table.choice("enhet", NumberUnit) if "enhet" in table else None,
        required=table.flag("krav", declared.required if declared else True),
    )


def _place_names(table: Fields, catalogue: Catalogue) -> Mapping[str, str]:
    names = {written: table.text(written) for written in table.keys}
    for written, meant in names.items():
        if meant and meant not in catalogue.areas:
            table.report(messages.unknown_area(table.value_place(written), meant, catalogue.areas))
    return names


def _words(table: Fields) -> Iterator[Word]:
    for text in table.keys:
        meaning = table.choice(text, _Meaning)
        parts = [re.escape(part) for part in fold(text).split("{ar}")]
        if len(parts) > 2:
            table.report(messages.year_twice(table.place(text), text))
            continue
        if meaning is _Meaning.NOT_YET and len(parts) == 1:
            table.report(messages.no_year_in_word(table.place(text), text))
        pattern = re.compile("([12][0-9]{3})".join(parts) if len(parts) > 1 else parts[0])
        yield Word(pattern, None if meaning is _Meaning.ZERO else Status(meaning.value))
