"""Large parts are shortened before they are looked into, and what is found in them is the same."""

from io import BytesIO
from itertools import count
from zipfile import ZipFile

import pytest

from rapportbyggare.word.lint_elements import Story, story
from rapportbyggare.word.lint_package import parse
from rapportbyggare.word.lint_short import Short, short_map, short_story
from rapportbyggare.word.lint_story import story_findings
from rapportbyggare.word.lint_tables import table_findings
from rapportbyggare.word.namespaces import EDITION, HEADER, word_root
from rapportbyggare.word.document import write_document
from tests.unit.word import sample

CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Tabelltext"/><w:jc w:val="right"/></w:pPr>'
    '<w:bookmarkStart w:id="{0}" w:name="_rb_{0}"/><w:r><w:t xml:space="preserve">Å &amp; {0}</w:t></w:r>'
    '<w:bookmarkEnd w:id="{0}"/></w:p></w:tc>'
)
ROWS, COLUMNS = 30, 3


def table() -> str:
    numbers = count(1)
    row = lambda: "".join(CELL.format(next(numbers)) for _ in range(COLUMNS))  # noqa: E731
    rows = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row()}</w:tr>" for _ in range(ROWS))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * COLUMNS}</w:tblGrid>{rows}</w:tbl>"


def part() -> str:
    return word_root("document", f"<w:body>{table()}<w:p/></w:body>")


def seen(content: bytes, short: Short) -> Story | str:
    root = parse(short.content)
    return root if isinstance(root, str) else story("word/document.xml", root, short)


def said(content: bytes, short: Short) -> tuple[list[str], list[str], set[str], set[str]] | str:
    """All that a part tells: findings, bookmarks, styles, lists; or why it cannot be read."""
    found = seen(content, short)
    if isinstance(found, str):
        return found
    findings = sorted({*story_findings(found), *table_findings(found)})
    return findings, sorted(found.bookmarks), set(found.styles), set(found.lists)


def test_sound_rows_and_values_are_shortened() -> None:
    content = part().encode()
    short = short_story(content)
    assert len(short.marks) == ROWS * COLUMNS
    assert b"_rb_" not in short.content
    assert len(short.content) * 3 < len(content)
    values = ''.join(f'<varde bokmarke="_rb_{n}" id="{n}" text="Å &lt; {n}"/>' for n in range(9))
    assert b"<varde" not in short_map(f'{HEADER}<utgava xmlns="{EDITION}">{values}</utgava>'.encode()).content
