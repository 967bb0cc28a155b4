"""`report/tabeller.toml`: the tables the dataset makes."""

from pathlib import Path

from rapportbyggare.core.blocks import Align
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.specifications import RowRule, TableRule
from rapportbyggare.core.text import DraftText
from rapportbyggare.reading import specification_messages as messages
from rapportbyggare.reading.names import NAME, better_name
from rapportbyggare.reading.notes import check_notes, marks_in, refuse_marks
from rapportbyggare.reading.specifications import expressions_of, notes_of, optional_expression, text_of, texts_of
from rapportbyggare.sources.text import read_text
from rapportbyggare.sources.toml import Fields, format_number, read_table

FILE = "report/tabeller.toml"
TOLERANCE = 0.005


def read_tables(project: Path) -> tuple[dict[str, TableRule], tuple[Problem, ...]]:
    """The table specifications by name."""
    source, faults = read_text(project, FILE)
    problems = list(faults)
    rules: dict[str, TableRule] = {}
    if not faults:
        fields = read_table(source, FILE, problems)
        format_number(fields)
        for table in fields.tables("tabell"):
            rule = _table(table, problems)
            if rule.name in rules:
                problems.append(messages.duplicate_name(rule.place, "tabell", rule.name))
            rules.setdefault(rule.name, rule)
        fields.done()
    return rules, tuple(problems)


def _table(fields: Fields, problems: list[Problem]) -> TableRule:
    columns = expressions_of(fields, "kolumner")
    rule = TableRule(
        name=_name(fields, problems),
        caption=text_of(fields, "rubrik", problems, None),
        source=text_of(fields, "kalla", problems, None),
        corner=text_of(fields, "horn", problems, None),
        columns=columns,
        column_heading=text_of(fields, "kolumnrubrik", problems, "{{ kol }}"),
        rows=tuple(_row(row, problems) for row in fields.tables("rad", required=True)),
        general_notes=texts_of(fields, "allmanna_noter", problems),
        notes=notes_of(fields, problems),
        notes_below=fields.flag("noter_under", False),
        symbols=fields.flag("tecken", False),
        align=fields.choice("justering", Align, Align.DECIMAL),
        widths=_widths(fields, len(columns), problems),
        description=text_of(fields, "beskrivning", problems),
        place=fields.here,
    )
    problems += check_notes(marks_in(_texts(rule)), rule.notes)
    refuse_marks((rule.description,), problems)
    return rule


def _name(fields: Fields, problems: list[Problem]) -> str:
    """The table's id; one that cannot be said is reported and read as the one that is proposed."""
    name = fields.text("id")
    if isinstance(fields.values.get("id"), str) and not NAME.fullmatch(name):
        better = better_name(name) or "min-tabell"
        remedy = f'Skriv id = "{better}", och samma namn i {{% tabell {better} %}} och i hänvisningar till tabellen.'
        problems.append(messages.unsayable_name(fields.value_place("id"), "tabell", name, remedy))
        return better
    return name


def _texts(rule: TableRule) -> tuple[DraftText, ...]:
    rows = tuple(text for row in rule.rows for text in (row.heading, *row.cells))
    return (rule.caption, rule.source, rule.corner, rule.column_heading, *rows, *rule.general_notes)


def _row(fields: Fields, problems: list[Problem]) -> RowRule:
    total = fields.flag("summa", False)
    rule = RowRule(
        heading=text_of(fields, "rubrik", problems, None),
        cells=texts_of(fields, "cell", problems),
        each=optional_expression(fields, "for"),
        condition=optional_expression(fields, "om"),
        total=total,
        place=fields.here,
    )
    if not total and not rule.cells:
        problems.append(messages.row_without_cell(fields.here))
    return rule


def _widths(fields: Fields, columns: int, problems: list[Problem]) -> tuple[float, ...]:
    widths = fields.numbers("bredder", ())
    if widths and (len(widths) != columns + 1 or abs(sum(widths) - 1) > TOLERANCE or min(widths) <= 0):
        problems.append(messages.bad_widths(fields.place("bredder"), columns + 1))
        return ()
    return widths
