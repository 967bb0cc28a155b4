"""The handbook's table of what each status does is what the tool does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rapportbyggare.binding.arithmetic import WEAKEST
from rapportbyggare.core.blocks import ChartFigure, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import Status
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import NoteNumber
from tests.docs.handbook import DOCS, listings
from tests.small import CATALOGUE, bound, write
from tests.unit.binding.test_statuses import CHART, TABLE, figure, with_status

(RULES,) = (one for one in listings((DOCS / "handbok.md").read_text(encoding="utf-8")) if one.head[:2] == ("Status", "Summa"))


def computed(source: str) -> Callable[[Status, Path], str]:
    def rule(status: Status, folder: Path) -> str:
        found = figure(source, status)
        assert (found.amount is not None) is found.status.has_amount
        if found.status is not Status.DEFINITIVE:
            return f"blir {found.status.value}"
        return "räknas" if found.amount == figure(source, Status.DEFINITIVE).amount else "räknas inte"

    return rule


def document(status: Status, folder: Path, text: str) -> Document | None:
    write(folder, "report/tabeller.toml", TABLE)
    write(folder, "figures/d.toml", CHART)
    made, problems = bound(text, project=folder, dataset=with_status(status))
    return None if problems else made


def written(source: str, usual: str) -> Callable[[Status, Path], str]:
    def rule(status: Status, folder: Path) -> str:
        made = document(status, folder, f"{{{{ {source} }}}}\n")
        return "fel" if made is None else f"{usual} med not" if made.notes else usual

    return rule


def ranked(status: Status, folder: Path) -> str:
    return written("storst(foretag, 2025)", "räknas")(status, folder).replace(" med", ", med")


def drawn(status: Status, folder: Path) -> str:
    made = document(status, folder, "{% tabell t %}\n\n{% diagram d %}\n")
    assert made is not None
    (chart,) = (block for block in made.sections[0].blocks if isinstance(block, ChartFigure))
    point = chart.chart.series[0].points[0]
    if point.amount is None:
        return "lucka med orden" if point.label == CATALOGUE.statuses[status].text.replace("{ar}", "2026") else ""
    return "ritas, märks p" if point.preliminary else "ritas"


def tabled(status: Status, folder: Path) -> str:
    made = document(status, folder, "{% tabell t %}\n")
    assert made is not None
    (table,) = (block for block in made.sections[0].blocks if isinstance(block, Table))
    line = table.body[0].cells[1].lines[0]
    if plain(line) != "72":
        return "orden eller tecknet"
    return "talet med not" if any(isinstance(item, NoteNumber) for item in line) else "talet"


TRIED: dict[str, Callable[[Status, Path], str]] = {
    "Summa": computed("summa(foretag(2025, 'Berg'), foretag(2025, 'Åre'))"),
    "Andel och kvot": computed("andel(foretag(2025, 'Berg'), foretag(2025))"),
    "Störst, minst, rang": ranked,
    "Diagram": drawn,
    "Löptext": written("foretag(2025, 'Berg')", "talet"),
    "Tabellcell": tabled,
}


def test_the_table_has_every_rule() -> None:
    assert RULES.head[1:] == tuple(TRIED) and RULES.names == tuple(status.value for status in Status)


@pytest.mark.parametrize("what", TRIED)
@pytest.mark.parametrize("status", Status)
def test_a_rule_is_as_told(status: Status, what: str, tmp_path: Path) -> None:
    row = RULES.rows[list(Status).index(status)]
    assert TRIED[what](status, tmp_path) == row[1 + list(TRIED).index(what)]


def test_the_order_of_statuses_is_as_told() -> None:
    text = (DOCS / "handbok.md").read_text(encoding="utf-8")
    assert f"någon del har: {', '.join(status.value for status in WEAKEST)}." in text
