"""The law of shortening: a part in short has faults when, and only when, the whole has."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.word.lint.elements import story
from rapportbyggare.word.lint.package import parse
from rapportbyggare.word.lint.short import SHORT, Short, short_story
from rapportbyggare.word.lint.story import story_findings
from rapportbyggare.word.lint.tables import table_findings
from rapportbyggare.word.namespaces import word_root

ROWS, COLUMNS = 4, 2
NUMBERS = count(1)
CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Tal"/><w:jc w:val="right"/></w:pPr>'
    '<w:bookmarkStart w:id="{0}" w:name="_rb_{0}"/><w:r><w:t xml:space="preserve">å&amp;</w:t></w:r><w:bookmarkEnd w:id="{0}"/>'
    "</w:p></w:tc>"
)
CELLS = [CELL.format(next(NUMBERS)) for _ in range(ROWS * COLUMNS)]
LINES = ["".join(CELLS[start : start + COLUMNS]) for start in range(0, ROWS * COLUMNS, COLUMNS)]
TABLE = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{line}</w:tr>" for line in LINES)
GRID = f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * COLUMNS}</w:tblGrid>"
WHOLE = word_root("document", f'<w:body><w:p><w:bookmarkStart w:id="99" w:name="_rb_99"/></w:p>{GRID}{TABLE}</w:tbl></w:body>')
START = WHOLE.index(TABLE)
SPOTS = st.integers(START, START + len(TABLE))
DAMAGE = ("", "<", ">", "&", '"', "\x01", "]]>", "1", "99", "w:", "<w:p/>", "</w:tr><w:tr>", "<w:tc/>", CELLS[0], SHORT.decode())
PIECES = st.sampled_from(DAMAGE)
SEAMS = st.sampled_from([at for at in range(START, START + len(TABLE)) if WHOLE[at] == "<"])


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The whole with a piece put in the place of another, at the seams between elements or anywhere."""
    spots = draw(st.sampled_from((SPOTS, SEAMS)))
    start = draw(spots)
    stop = draw(st.one_of(st.just(start), st.integers(start, min(start + 6, START + len(TABLE))), spots))
    return WHOLE[: min(start, stop)] + draw(PIECES) + WHOLE[max(start, stop) :]


def said(part: Short) -> tuple[bool, list[str], set[str], set[str]] | str:
    """All that a part tells: whether it has faults, its bookmarks, styles, lists; or why it cannot be read."""
    root = parse(part.content)
    if isinstance(root, str):
        return root
    found = story("word/document.xml", root, part)
    return any((*story_findings(found), *table_findings(found))), sorted(found.bookmarks), found.styles, found.lists


@given(damaged())
def test_same_is_said_of_a_part_in_short(text: str) -> None:
    content = text.encode()
    assert said(short_story(content)) == said(Short(content))


def test_the_law_is_about_something() -> None:
    assert len(short_story(WHOLE.encode()).names) == ROWS * COLUMNS
    assert short_story(WHOLE.encode()).content.count(b"<w:tr>") == 1
