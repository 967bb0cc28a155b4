"""What we write ten thousand of, known as text and shortened before a part is made a tree: table rows, mapped values.

A tree of a large table takes longer to build than the rest of a report takes to write. Only what is sound is shortened.
"""

import re
from dataclasses import dataclass
from functools import cache

from rapportbyggare.word.namespaces import W

LARGE = 200_000
BOUND = f'xmlns:w="{W}"'
PLAIN = r'[^<>&"\x00-\x1f\ufffe\uffff]*'
WORDS = rf"{PLAIN}(?:&(?:amp|lt|gt|quot);{PLAIN})*"
RUN = rf'<w:r><w:t xml:space="preserve">{WORDS}</w:t></w:r>'
ALIGNED = r'(?:<w:jc w:val="[a-z]+"/>|<w:tabs><w:tab w:val="decimal" w:pos="\d+"/></w:tabs>)?'
MARK = r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"/>'
ONE_CELL = '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW/><w:gridSpan w:val="{}"/></w:tcPr><w:p/></w:tc></w:tr>'
FACT = rf'<uppgift indikator="{WORDS}" matt="{WORDS}" ar="\d*" plats="{WORDS}" leverans="[\d ]*"/>'
MAPPED = rf'<varde bokmarke="\w+" id="{WORDS}" text="{WORDS}"(?:/>|>(?:{FACT})*</varde>)'


@dataclass(frozen=True, slots=True)
class Short:
    """A part's text with what is sound shortened, and what that held: bookmarks as (id, name), and styles."""

    content: bytes
    marks: tuple[tuple[str, str], ...] = ()
    styles: frozenset[str] = frozenset()


def short_story(content: bytes) -> Short:
    """A part with running text, each sound row's cells made one: as wide, and as free from faults.

    Left as it is when the prefix `w` may mean something else, or a row may stand in a comment.
    """
    rows: list[str] = []
    styles: set[str] = set()

    def one_cell(found: re.Match[str]) -> str:
        rows.append(row := found.group())
        styles.add(found["style"])
        return ONE_CELL.format(row.count("<w:tc>"))

    text = row_form().sub(one_cell, decoded(content))
    certain = BOUND in text and text.count("xmlns:w=") == 1 and "<!" not in text
    marks = re.findall(MARK, "".join(rows), re.ASCII)
    return Short(text.encode(), tuple(marks), frozenset(styles)) if certain else Short(content)


def short_map(content: bytes) -> Short:
    """A part of another kind; sound values of an edition map are left out."""
    text = re.sub(MAPPED, "", decoded(content), flags=re.ASCII)
    return Short(text.encode() if text and "<!" not in text else content)


@cache
def row_form() -> re.Pattern[str]:
    """The form of a sound row, made when first asked for: small parts are not shortened."""
    first, later = cell_form(r"(?P<style>[\w-]+)", "first"), cell_form("(?P=style)", "later")
    return re.compile(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{first}(?:{later})*</w:tr>", re.ASCII)


def cell_form(style: str, ident: str) -> str:
    """A cell's form: a width, and one paragraph of plain runs; `ident` names the group of a bookmark's id."""
    marked = rf'<w:bookmarkStart w:id="(?P<{ident}>\d+)" w:name="\w{{1,40}}"/>{RUN}<w:bookmarkEnd w:id="(?P={ident})"/>'
    paragraph = rf'<w:p><w:pPr><w:pStyle w:val="{style}"/>(?:<w:keepNext/>)?{ALIGNED}</w:pPr>(?:{marked}|{RUN})*</w:p>'
    return rf'<w:tc><w:tcPr><w:tcW w:w="\d+" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'


def decoded(content: bytes) -> str:
    """A part's text; "" when it is not UTF-8, so that nothing in it is taken for sound."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return ""
