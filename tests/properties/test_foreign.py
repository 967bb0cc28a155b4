"""Whatever stands in a file from elsewhere, its lines are the file's own words in its own places."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.checks.excuses import read_excuses
from rapportbyggare.checks.figures import figures
from rapportbyggare.checks.form import form
from rapportbyggare.checks.markdown_subject import lines_of_markdown
from rapportbyggare.checks.plain_subject import lines_of_text
from rapportbyggare.checks.references import references
from rapportbyggare.checks.subject import Line, Subject
from rapportbyggare.checks.tidying import tidied
from tests.small import DATASET

SIGNS = st.sampled_from(
    [*"abÅ 1239,.|#*_`[](){}%-–:>\\\n", "\n\n", "  ", "| ", "|---|", "juli 2025", "Berg", "1 341", "{# ", " #}", "”", "[^a]"]
)
TEXTS = st.lists(SIGNS, max_size=60).map("".join)


def whole(line: Line, rows: list[str]) -> None:
    assert "".join(piece.text for piece in line.pieces) == line.text
    at = 0
    for piece in line.pieces:
        assert piece.start == at
        at = piece.end
        words = piece.text.strip()
        if words and "\n" not in words:
            assert rows[piece.place.line - 1][piece.place.column - 1 :].lstrip().startswith(words), (piece, rows)


@given(TEXTS)
def test_text(text: str) -> None:
    for line in lines_of_text(text, "a.txt"):
        assert line.text.strip()
        if line.part != "radrubrik":  # it may go on in the next line
            whole(line, text.split("\n"))


@given(TEXTS)
def test_markdown(text: str) -> None:
    for line in lines_of_markdown(text, "a.md"):
        whole(line, text.split("\n"))


@given(TEXTS)
def test_excuses(text: str) -> None:
    excuses, _ = read_excuses(f"{text}\n{{# godkänn ett-fel: därför #}}\n{text}", "a.md")
    for one in excuses:
        assert 1 <= one.first <= one.last <= 2 * text.count("\n") + 3


def read_and_judged(text: str) -> float:
    """Processor seconds for all that is asked of a file from elsewhere."""
    started = time.process_time()
    for lines in (lines_of_text(text, "a.txt"), lines_of_markdown(text, "a.md")):
        subject = Subject(lines, DATASET, 2025)
        tuple(form(subject))
        tuple(references(subject))
        tuple(figures(subject))
    tidied(text, markdown=True)
    read_excuses(text, "a.md")
    return time.process_time() - started


HOSTILE = (
    "[^",
    "1-till-",
    "{{ ",
    "[a](",
    "»a",
    "maj-",
    "{# godkänn a: b #}\n\n",
    "Det finns 5 kommuner. ",
    "Se avsnittet Aktuell.\n\n",
    "1 000 ",
    "Åre 285, Berg 63, ",
    "Ingen kommun så som ökade ",
)


@pytest.mark.prov
@pytest.mark.parametrize("sign", HOSTILE)
def test_time_grows_with_a_strange_file_and_no_faster(sign: str) -> None:
    """Eight times the text may cost 8 times as much; the square would be 64 times."""
    small, large = (min(read_and_judged(sign * (size // len(sign))) for _ in range(2)) for size in (10_000, 80_000))
    assert large < 32 * max(small, 0.002), (small, large)
