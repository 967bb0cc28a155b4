from pathlib import Path

import pytest

from rapportbyggare.core.colour import contrast
from rapportbyggare.reading.style import SIZES, read_style
from tests.small import write
from tests.unit.reading.drafts import codes

GOOD = """\
format = 1
[farger]
text = "#000000"
dampad = "#595959"
rubrik = "#17365d"
accent = "#17365D"
lank = "#0563C1"
linje = "#7F7F7F"
zebra = "#F2F2F2"
summa = "#D9E2F3"
[diagramfarger]
kategorier = ["#17365D", "#C55A11"]
ar = ["#17365D"]
"""


def test_a_style(tmp_path: Path) -> None:
    write(tmp_path, "report/stil.toml", GOOD)
    style, problems = read_style(tmp_path)
    assert problems == () and style is not None
    assert (style.colours["rubrik"], style.categories, style.sizes) == ("#17365D", ("#17365D", "#C55A11"), SIZES)
    assert (style.thousands, style.page_number, style.source_lead) == ("\u00a0", "{sida}({antal})", "Källa:")


def test_the_projects_own_style_is_fine() -> None:
    root = Path(__file__).resolve().parents[3]
    assert read_style(root)[1] == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('text = "#000000"', 'text = "#777777"', (3, 9, "svag-kontrast")),
        ('dampad = "#595959"', 'dampad = "#999999"', (4, 11, "svag-kontrast")),
        ('linje = "#7F7F7F"', 'linje = "#CCCCCC"', (8, 10, "svag-kontrast")),
        ('zebra = "#F2F2F2"', 'zebra = "#333333"', (9, 10, "svag-kontrast")),
        ('"#C55A11"', '"#FFE699"', (12, 27, "svag-kontrast")),
        ('"#C55A11"', '"orange"', (12, 27, "fel-farg")),
        ('text = "#000000"', 'text = "#00000G"', (3, 9, "fel-farg")),
        ('text = "#000000"', "", (2, 1, "nyckel-saknas")),
        ('ar = ["#17365D"]', "ar = []", (13, 1, "inga-farger")),
        ("[diagramfarger]", "[storlekar]\nbrodtext = 200\n[diagramfarger]", (12, 12, "utanfor-granser")),
        ("[diagramfarger]", "[marginaler]\ntopp = 1\n[diagramfarger]", (12, 8, "utanfor-granser")),
        ("[diagramfarger]", '[tecken]\ntusental = "."\n[diagramfarger]', (12, 13, "fel-tusental")),
        ("[diagramfarger]", '[tecken]\nsidnummer = "{antal}"\n[diagramfarger]', (12, 14, "fel-sidnummer")),
        ("format = 1", "format = 2", (1, 10, "nyare-format")),
    ],
)
def test_what_is_wrong_with_a_style(tmp_path: Path, old: str, new: str, problem: tuple[int, int, str]) -> None:
    write(tmp_path, "report/stil.toml", GOOD.replace(old, new, 1))
    assert problem in codes(read_style(tmp_path)[1])


def test_the_limit_is_that_of_the_rule(tmp_path: Path) -> None:
    assert contrast("#767676", "#FFFFFF") >= 4.5 > contrast("#777777", "#FFFFFF")
    write(tmp_path, "report/stil.toml", GOOD.replace('text = "#000000"', 'text = "#767676"').replace("#D9E2F3", "#FFFFFF"))
    assert all((line, code) != (3, "svag-kontrast") for line, _, code in codes(read_style(tmp_path)[1]))


def test_a_missing_style_is_none(tmp_path: Path) -> None:
    style, problems = read_style(tmp_path)
    assert style is None and problems
