from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.core.blocks import Table
from rapportbyggare.core.dataset import Dataset, PrintedFact, StatusWords
from rapportbyggare.core.figure import FactKey, computed_key
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf, Value
from rapportbyggare.core.walk import all_texts, values_in
from tests.small import CATALOGUE, COUNTY, DATASET, PLACES, SPACE, bound, write

HEAD = 'format = 1\n[[tabell]]\nid = "t"\nrubrik = "R"\nkalla = "K"\nhorn = "H"\nkolumner = ["ar"]\n'


def decided(year: int, amount: str | None, indicator: str = "foretag", measure: str = "antal", area: str = COUNTY) -> Dataset:
    """The small dataset after a decided edition printed that."""
    fact = PrintedFact(None if amount is None else Decimal(amount), amount or "Ingen statistik", "beslut-2024")
    return replace(DATASET, printed={FactKey(indicator, measure, year, area): fact})


def table(project: Path, dataset: Dataset, *cells: str, more: str = "") -> Table[DocumentLeaf]:
    rows = "".join(f'[[tabell.rad]]\nrubrik = "R{n}"\ncell = ["{cell}"]\n' for n, cell in enumerate(cells))
    write(project, "report/tabeller.toml", HEAD + rows + more)
    document, problems = bound("{% tabell t %}\n", project=project, dataset=dataset)
    assert problems == ()
    (found,) = document.sections[0].blocks
    assert isinstance(found, Table)
    return found


def cells(found: Table[DocumentLeaf]) -> list[str]:
    return [plain(row.cells[1].lines[0]).replace(SPACE, " ") for row in found.body]


@pytest.mark.parametrize(
    ("amount", "cell", "shown"),
    [
        ("1374", "{{ foretag() }}", "1 392 r"),
        ("1392", "{{ foretag() }}", "1 392"),
        ("1374", "{{ foretag(2024) }}", "1 399"),
        ("1374", "**{{ foretag() }}**", "1 392 r"),
        ("1374", "{{ foretag() }} st", "1 392 r st"),
        ("1374", "{{ skillnad(foretag(), foretag(2024)) }}", "−7"),
        ("1374", "{{ foretag() | utan_not }}", "1 392 r"),
        (None, "{{ foretag() }}", "1 392"),
    ],
)
def test_a_figure_that_a_decided_edition_printed_otherwise_is_marked(
    tmp_path: Path, amount: str | None, cell: str, shown: str
) -> None:
    found = table(tmp_path, decided(2025, amount), cell)
    assert cells(found) == [shown]
    assert found.symbols == ((("r", "reviderad uppgift"),) if " r" in shown else ())


@pytest.mark.parametrize(
    ("cell", "shown"), [("", "1 234 567 890 kr r"), (" | mnkr", "1 235 mnkr"), (" | mnkr(2)", "1 234,57 mnkr r")]
)
def test_only_what_differs_as_it_is_written_there_is_marked(tmp_path: Path, cell: str, shown: str) -> None:
    dataset = decided(2023, "1234540000", "omsattning", "belopp")
    assert cells(table(tmp_path, dataset, f"{{{{ omsattning(2023){cell} }}}}")) == [shown]


EACH = '[[tabell.rad]]\nfor = "kommuner"\nrubrik = "{{ rad }}"\ncell = ["{{ foretag(kol, rad) }}"]\n'
SUM = '[[tabell.rad]]\nrubrik = "Summa"\nsumma = true\n'


def computed(amount: str, source: str, *facts: FactKey) -> Dataset:
    """The small dataset after a decided edition printed that of what an expression computes."""
    return replace(DATASET, printed={computed_key(source, facts): PrintedFact(Decimal(amount), amount, "beslut-2024")})


@pytest.mark.parametrize(("amount", "shown"), [("1390", "1 392 r"), ("1392", "1 392")])
def test_a_total_that_was_printed_otherwise_is_marked(tmp_path: Path, amount: str, shown: str) -> None:
    facts = [FactKey("foretag", "antal", 2025, area) for area in PLACES]
    found = table(tmp_path, computed(amount, "summa", *facts), more=EACH + SUM)
    assert cells(found)[-1] == shown
    assert found.symbols == ((("r", "reviderad uppgift"),) if " r" in shown else ())


def test_a_total_of_other_facts_is_another(tmp_path: Path) -> None:
    facts = [FactKey("foretag", "antal", 2024, area) for area in PLACES]
    assert cells(table(tmp_path, computed("1390", "summa", *facts), more=EACH + SUM))[-1] == "1 392"


@pytest.mark.parametrize(
    ("source", "shown"),
    [("skillnad(foretag(), foretag(ar - 1))", "−7 r"), ("foretag() - foretag(ar - 1)", "−7"), ("foretag()", "1 392")],
)
def test_what_the_same_expression_computed_otherwise_is_marked(tmp_path: Path, source: str, shown: str) -> None:
    facts = [FactKey("foretag", "antal", year, COUNTY) for year in (2025, 2024)]
    dataset = computed("12", "skillnad(foretag(), foretag(ar - 1))", *facts)
    assert cells(table(tmp_path, dataset, f"{{{{ {source} }}}}")) == [shown]


def test_a_missing_figure_has_no_mark_nor_a_total_that_was_not_printed(tmp_path: Path) -> None:
    dataset = decided(2022, "4", "stod")
    assert cells(table(tmp_path, dataset, "{{ stod(2022) }}")) == ["Ingen statistik"]
    found = table(tmp_path, decided(2025, "70", area="Berg"), more=EACH + SUM)
    assert cells(found) == ["72 r", "18", "1 302", "1 392"]


def test_a_derived_figure_that_has_been_printed_is_marked_too(tmp_path: Path) -> None:
    dataset = decided(2024, "830000000", "per_bolag", "belopp")
    assert cells(table(tmp_path, dataset, "{{ per_bolag(2024) | utan_not | mnkr(1) }}")) == ["830,5 mnkr r"]


def test_the_mark_is_the_catalogues_own(tmp_path: Path) -> None:
    dataset = replace(decided(2025, "1"), catalogue=CATALOGUE._replace(revised=StatusWords("reviderad", "*", "ändrad")))
    found = table(tmp_path, dataset, "{{ foretag() }}")
    assert (cells(found), found.symbols) == (["1 392 *"], (("*", "ändrad"),))


def test_running_text_and_handwritten_tables_have_no_mark_but_know(tmp_path: Path) -> None:
    text = "{{ foretag() }}\n\nTabell: T {#t}\n\n| A |\n|---|\n| {{ foretag() }} |\n\nKälla: K\n"
    document, problems = bound(text, dataset=decided(2025, "1374"))
    values = [value for content in all_texts(document) for value in values_in(content)]
    assert problems == ()
    assert [(value.text, value.printed) for value in values] == [(f"1{SPACE}392", f"1{SPACE}374")] * 2


def test_the_printed_figure_can_be_written_and_counted_with() -> None:
    text = (
        "{{ tryckt(foretag()) }} {{ skillnad(foretag(), tryckt(foretag())) }} {{ 'ja' if finns(tryckt(foretag())) else 'nej' }}\n"
    )
    document, problems = bound(text, dataset=decided(2025, "1374"))
    values = [item.text.replace(SPACE, " ") for content in all_texts(document) for item in content if isinstance(item, Value)]
    assert (problems, values) == ((), ["1 374", "18", "ja"])


@pytest.mark.parametrize("source", ["tryckt(foretag(2024))", "tryckt(skillnad(foretag(), foretag(2024)))", "tryckt(stod(2022))"])
def test_what_no_decided_edition_printed_is_a_fault(source: str, tmp_path: Path) -> None:
    dataset = decided(2022, None, "stod")
    _, (problem,) = bound(f"{{{{ {source} }}}}\n", dataset=dataset)
    assert problem.code == "inte-tryckt" and "finns(tryckt(…))" in problem.remedy
    document, problems = bound(f"{{{{ 'ja' if finns({source}) else 'nej' }}}}\n", dataset=dataset)
    assert problems == () and plain(next(all_texts(document))) == "nej"


def test_what_was_not_printed_is_a_fault_in_a_table_too(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", HEAD + '[[tabell.rad]]\nrubrik = "R"\ncell = ["{{ tryckt(foretag()) }}"]\n')
    _, problems = bound("{% tabell t %}\n", project=tmp_path)
    assert [problem.code for problem in problems] == ["inte-tryckt"]
