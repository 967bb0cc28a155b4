from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.binding.marks import Notes, Register
from rapportbyggare.binding.tables import ROUNDING, TableBinder, uneven
from rapportbyggare.binding.texts import Context, TextBinder
from rapportbyggare.binding.work import MOST_STEPS, Exhausted
from rapportbyggare.core.blocks import Align, RowKind, Table
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import Figure, Format, Status, Unit
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.core.text import DocumentLeaf, NoteNumber, TableNoteMark, Value
from rapportbyggare.core.walk import row_texts, values_in
from rapportbyggare.reading.tables import read_tables
from tests.small import DATASET, bound, observed, scope, write

HEAD = 'format = 1\n[[tabell]]\nid = "t"\nrubrik = "R"\nkalla = "K"\nhorn = "H"\n'


def table(project: Path, rest: str, dataset: Dataset = DATASET) -> tuple[Table[DocumentLeaf], tuple[Problem, ...]]:
    write(project, "report/tabeller.toml", HEAD + rest)
    document, problems = bound("{% tabell t %}\n", project=project, dataset=dataset)
    (found,) = document.sections[0].blocks
    assert isinstance(found, Table)
    return found, problems


def cells(found: Table[DocumentLeaf]) -> list[list[str]]:
    return [[" / ".join(plain(line).replace("\u00a0", " ") for line in cell.lines) for cell in row.cells] for row in found.body]


def test_totals_are_of_unrounded_parts_and_say_so(tmp_path: Path) -> None:
    row = '[[tabell.rad]]\nfor = "kommuner"\nrubrik = "{{ rad }}"\ncell = ["{{ andel_kkb(kol, rad) }}"]\n'
    found, problems = table(tmp_path, 'kolumner = ["2024", "2025"]\n' + row + '[[tabell.rad]]\nrubrik = "Summa"\nsumma = true\n')
    assert problems == ()
    assert cells(found)[-1] == ["Summa", "17,0 %", "17,0 %"]
    assert [plain(note.content) for note in found.notes] == [ROUNDING]
    assert found.body[-1].kind is RowKind.TOTAL
    (total,) = values_in(found.body[-1].cells[2].lines[0])
    assert total.figure is not None and total.figure.amount == Decimal("16.95") and len(total.figure.facts) == 3


def test_totals_of_whole_numbers_need_no_note(tmp_path: Path) -> None:
    row = 'kolumner = ["2025"]\n[[tabell.rad]]\nfor = "kommuner"\nrubrik = "{{ rad }}"\ncell = ["{{ foretag(kol, rad) }}"]\n'
    found, _ = table(tmp_path, row + '[[tabell.rad]]\nrubrik = "Summa"\nsumma = true\n')
    assert (cells(found)[-1], found.notes) == (["Summa", "1 392"], ())


def test_a_total_without_a_part_says_so(tmp_path: Path) -> None:
    rows = "".join(f'[[tabell.rad]]\nrubrik = "{n}"\ncell = ["{{{{ stod({n}) }}}}"]\n' for n in (2021, 2022))
    found, problems = table(tmp_path, f'kolumner = ["ar"]\n{rows}[[tabell.rad]]\nrubrik = "Summa"\nsumma = true\n')
    assert problems == () and cells(found)[-1] == ["Summa", ".."]
    assert found.symbols == (("..", "uppgift saknas"),)


def test_units_are_not_summed(tmp_path: Path) -> None:
    rows = (
        '[[tabell.rad]]\nrubrik = "a"\ncell = ["{{ foretag() }}"]\n[[tabell.rad]]\nrubrik = "b"\ncell = ["{{ andel_kkb() }}"]\n'
    )
    _, problems = table(tmp_path, f'kolumner = ["ar"]\n{rows}[[tabell.rad]]\nrubrik = "S"\nsumma = true\n')
    assert [problem.code for problem in problems] == ["olika-enheter"]


def test_a_cell_says_one_status_once(tmp_path: Path) -> None:
    row = '[[tabell.rad]]\nrubrik = "r"\ncell = ["{{ stod(kol) }} (a)", "{{ stod(kol) }} (b)"]\n'
    found, _ = table(tmp_path, f'kolumner = ["2021", "2022", "2025"]\n{row}')
    assert cells(found) == [["r", "0 st (a) / 0 st (b)", "Ingen statistik", "Mäts 2026"]]


def test_different_statuses_are_both_said(tmp_path: Path) -> None:
    row = '[[tabell.rad]]\nrubrik = "r"\ncell = ["{{ stod(2022) }} (a)", "{{ stod(2023) }} (b)"]\n'
    assert cells(table(tmp_path, f'kolumner = ["ar"]\n{row}')[0]) == [["r", "Ingen statistik (a) / Sekretess (b)"]]


def test_symbols_are_explained_only_when_used(tmp_path: Path) -> None:
    row = 'tecken = true\n[[tabell.rad]]\nrubrik = "r"\ncell = ["{{ stod(kol) }}"]\n'
    found, _ = table(tmp_path, f'kolumner = ["2021", "2023", "2024"]\n{row}')
    assert cells(found) == [["r", "0 st", "x", "."]]
    assert dict(found.symbols) == {".": "uppgift kan inte förekomma", "x": "sekretessbelagd"}


def test_conditional_rows(tmp_path: Path) -> None:
    rows = "".join(
        f'[[tabell.rad]]\nom = "{om}"\nrubrik = "{n}"\ncell = ["x"]\n'
        for n, om in enumerate(("true", "false", "ar > 2024", "fel"))
    )
    found, problems = table(tmp_path, f'kolumner = ["ar"]\n{rows}')
    assert [row[0] for row in cells(found)] == ["0", "2"]
    assert [problem.code for problem in problems] == ["okand-namn"]


def test_columns_widths_and_alignment(tmp_path: Path) -> None:
    row = 'justering = "höger"\nbredder = [0.5, 0.25, 0.25]\n[[tabell.rad]]\nrubrik = "r"\ncell = ["x"]\n'
    found, _ = table(tmp_path, f'kolumner = ["ar - 1", "ar"]\n{row}')
    assert [(column.align, column.width) for column in found.columns] == [
        (Align.LEFT, 0.5),
        (Align.RIGHT, 0.25),
        (Align.RIGHT, 0.25),
    ]
    assert found.generated


def test_a_preliminary_figure_is_marked_under_the_table_once(tmp_path: Path) -> None:
    row = 'noter_under = true\n[[tabell.rad]]\nfor = "[1, 2]"\nrubrik = "r"\ncell = ["{{ omsattning(kol) }}"]\n'
    found, _ = table(tmp_path, f'kolumner = ["2023", "2024"]\n{row}')
    marks = [item for row in found.body for line in row_texts(row) for item in line if isinstance(item, TableNoteMark)]
    assert marks == [TableNoteMark("a"), TableNoteMark("a")]
    assert [(note.letter, plain(note.content)) for note in found.notes] == [
        ("a", "Preliminär uppgift. 335 bolag vid uttaget 2025-09-03.")
    ]


def test_a_missing_figure_in_the_caption_is_a_fault(tmp_path: Path) -> None:
    row = '[[tabell.rad]]\nrubrik = "r"\ncell = ["{{ stod() }}"]\nallmanna_noter = ["x"]\n'
    _, problems = table(
        tmp_path, f'beskrivning = "{{{{ stod() }}}}"\nallmanna_noter = ["{{{{ stod() }}}}"]\nkolumner = ["ar"]\n{row}'
    )
    assert {(problem.place.line, problem.code) for problem in problems} >= {(7, "uppgift-saknas"), (8, "uppgift-saknas")}


def test_an_anchor_follows_its_row_when_rows_are_added(tmp_path: Path) -> None:
    row = '[[tabell.rad]]\nrubrik = "{}"\ncell = ["{{{{ foretag(kol) }}}}"]\n'
    before, _ = table(tmp_path, 'kolumner = ["ar"]\n' + row.format("b"))
    after, _ = table(tmp_path, 'kolumner = ["ar"]\n' + row.format("a") + row.format("b"))
    assert anchors(before)[-1] == anchors(after)[-1]


def anchors(found: Table[DocumentLeaf]) -> list[str]:
    return [value.ident for row in found.body for line in row_texts(row) for value in values_in(line) if isinstance(value, Value)]


def test_uneven() -> None:
    def figure(amount: str, scale: int = 0) -> Figure:
        return Figure(Decimal(amount), Format(Unit.KRONOR, 0, scale), Status.DEFINITIVE, None, (), "", None, None, ())

    assert uneven(figure("1.2"), [figure("0.6"), figure("0.6")])
    assert not uneven(figure("2"), [figure("1"), figure("1")])
    assert uneven(figure("1200000", 6), [figure("600000", 6), figure("600000", 6)])


def test_a_sum_of_the_municipalities_is_held_against_the_county(tmp_path: Path) -> None:
    rows = 'kolumner = ["2025"]\n[[tabell.rad]]\nfor = "kommuner"\nrubrik = "{{ rad }}"\ncell = ["{{ foretag(kol, rad) }}"]\n'
    right, problems = table(tmp_path, rows + '[[tabell.rad]]\nrubrik = "Summa"\nsumma = true\n')
    assert problems == () and cells(right)[-1] == ["Summa", "1 392"]
    corrected = observed("foretag", "antal", 2025, "Berg", "80")
    late = replace(DATASET, observations={**DATASET.observations, corrected.key: corrected})
    wrong, (problem,) = table(tmp_path, rows + '[[tabell.rad]]\nrubrik = "Summa"\nsumma = true\n', late)
    assert (problem.code, problem.severity, cells(wrong)[-1]) == ("summa-avviker", Severity.FLAW, ["Summa", "1 400"])
    assert "summa är 1\u00a0400" in problem.message and "är 1\u00a0392 enligt leveransen" in problem.message


def test_a_fact_that_should_have_been_measured_by_now_is_told(tmp_path: Path) -> None:
    late = observed("stod", "antal", 2025, "Jämtlands län", "", Status.NOT_YET)._replace(measured=2025)
    rows = 'kolumner = ["2025"]\n[[tabell.rad]]\nrubrik = "Stöd"\ncell = ["{{ stod(kol) }}"]\n'
    found, (problem,) = table(tmp_path, rows, replace(DATASET, observations={**DATASET.observations, late.key: late}))
    assert (problem.code, problem.severity, cells(found)) == ("mats-passerat", Severity.FLAW, [["Stöd", "Mäts 2025"]])


def test_a_row_tells_of_all_its_missing_facts_at_once(tmp_path: Path) -> None:
    rows = 'kolumner = ["2030"]\n[[tabell.rad]]\nfor = "kommuner"\nrubrik = "{{ rad }}"\ncell = ["{{ foretag(kol, rad) }}"]\n'
    _, (problem,) = table(tmp_path, rows)
    assert problem.message.startswith("Det finns inget värde i datamängden för 3 uppgifter: foretag(2030, 'Berg'")


SUM = '[[tabell.rad]]\nrubrik = "Summa"\nsumma = true\n'


def test_a_total_of_preliminary_parts_has_their_note(tmp_path: Path) -> None:
    rows = 'kolumner = ["2024"]\n[[tabell.rad]]\nrubrik = "Oms"\ncell = ["{{ omsattning(kol) }}"]\n'
    found, problems = table(tmp_path, rows + SUM)
    assert problems == ()
    value, mark = found.body[-1].cells[1].lines[0]
    assert isinstance(value, Value) and isinstance(mark, NoteNumber) and mark.repeated


def test_a_total_needs_one_figure_in_each_cell(tmp_path: Path) -> None:
    for cell in ("{{ foretag(kol, rad) if rad != 'Berg' else '..' }}", "{{ foretag(kol, rad) }} {{ foretag(kol, rad) }}"):
        rows = f'kolumner = ["2025"]\n[[tabell.rad]]\nfor = "kommuner"\nrubrik = "R"\ncell = ["{cell}"]\n'
        _, (problem,) = table(tmp_path, rows + SUM)
        assert problem.code == "summa-utan-tal"


def test_a_second_total_starts_after_the_first(tmp_path: Path) -> None:
    one = "".join(
        f'[[tabell.rad]]\nrubrik = "{year}"\ncell = ["{{{{ foretag({year}, kol) }}}}"]\n' + SUM for year in (2023, 2024)
    )
    found, problems = table(tmp_path, 'kolumner = ["lan"]\n' + one)
    assert problems == () and [row[1] for row in cells(found)] == ["1 391", "1 391", "1 399", "1 399"]


def test_notes_stay_in_a_cell_that_says_its_status_once(tmp_path: Path) -> None:
    rows = (
        'kolumner = ["2025"]\n[[tabell.rad]]\nrubrik = "R"\n'
        'cell = ["{{ stod(kol) }} a[^a]", "{{ stod(kol) }} b[^b]"]\n[tabell.noter]\na = "A."\nb = "B."\n'
    )
    found, problems = table(tmp_path, rows)
    (line,) = found.body[0].cells[1].lines
    assert problems == () and [type(item) for item in line] == [Value, NoteNumber, NoteNumber]


def test_a_sum_over_places_does_not_borrow_the_base_of_one(tmp_path: Path) -> None:
    parts = [observed("foretag", "antal", 2025, area, "10", Status.PRELIMINARY, 3) for area in ("Berg", "Åre")]
    late = replace(DATASET, observations={**DATASET.observations, **{one.key: one for one in parts}})
    _, problems = bound("{{ underlag(summa(foretag(ar, 'Berg'), foretag(ar, 'Åre'))) }}\n", dataset=late)
    assert [problem.code for problem in problems] == ["underlag-saknas"]
    document, problems = bound("{{ summa(foretag(ar, 'Berg'), foretag(ar, 'Åre')) }}\n", dataset=late)
    assert problems == () and [plain(note.content) for note in document.notes] == ["Preliminär uppgift."]


ROWS = 'kolumner = ["2024", "2025"]\n[[tabell.rad]]\nfor = "kommuner"\nrubrik = "{{ rad }}[^a]"\ncell = ["{{ foretag(CELL) }}"]\n'
NOTED = "[tabell.noter]\na = 'A.'\n"


def test_rows_bound_at_once_are_what_they_are_one_by_one(tmp_path: Path) -> None:
    at_once = table(tmp_path, ROWS.replace("CELL", "kol, rad") + SUM + NOTED)
    one_by_one = table(tmp_path, ROWS.replace("CELL", "kol if rad == rad else kol, rad") + SUM + NOTED)
    assert at_once == one_by_one and at_once[1] == ()


def test_a_row_that_has_to_be_bound_alone_changes_no_other(tmp_path: Path) -> None:
    early = observed("foretag", "antal", 2025, "Åre", "7", Status.PRELIMINARY)
    mixed = replace(DATASET, observations={**DATASET.observations, early.key: early})
    before, _ = table(tmp_path, ROWS.replace("CELL", "kol, rad") + NOTED)
    after, problems = table(tmp_path, ROWS.replace("CELL", "kol, rad") + NOTED, mixed)
    old, new = ([[value for text in row_texts(row) for value in values_in(text)] for row in one.body] for one in (before, after))
    assert problems == () and [one != other for one, other in zip(old, new, strict=True)] == [
        "Åre" in row[0] for row in cells(after)
    ]
    assert [value.ident for row in old for value in row] == [value.ident for row in new for value in row]


def test_too_much_work_in_rows_bound_at_once_is_told_where_it_is(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", HEAD + ROWS.replace("CELL", "kol, rad") + NOTED)
    rule, seen, problems = read_tables(tmp_path)[0]["t"], scope(), list[Problem]()
    seen.work.steps = MOST_STEPS - 10
    with pytest.raises(Exhausted):
        TableBinder(TextBinder(Register(problems), problems)).table(rule, Context("s", seen, Notes({})))
    assert [(one.code, one.place.line) for one in problems] == [("for-mycket-arbete", 11)]
