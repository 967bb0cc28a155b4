"""Whatever stands in a file from elsewhere, its lines are the file's own words in its own places."""

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.checks.excuses import read_excuses
from rapportbyggare.checks.markdown_subject import lines_of_markdown
from rapportbyggare.checks.plain_subject import lines_of_text
from rapportbyggare.checks.subject import Line

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
