"""What we write ten thousand of, known as text and shortened before a part is made a tree: runs, table rows, mapped values.

A tree of a large table takes longer to build than the rest of a report takes to write. Only what is sound is shortened,
so that a part in short has faults when, and only when, the whole has; which they are is asked of the whole.
"""

import re
from typing import NamedTuple

from rapportbyggare.word.namespaces import W

LARGE = 200_000
BOUND = f'xmlns:w="{W}"'.encode()
SHORT = b"<w:r><w:t/></w:r>"
PLAIN = r'[^<>&"\x00-\x1f]*+'
WORDS = rf"{PLAIN}(?:&(?:amp|lt|gt|quot);{PLAIN})*+"
RUN = rf'<w:r><w:t xml:space="preserve">({WORDS})</w:t></w:r>'
MARKED = rf'<w:bookmarkStart w:id="(\d++)" w:name="(\w{{1,40}}+)"/>{RUN}<w:bookmarkEnd w:id="\1"/>'
ALIGNED = r'(?:<w:jc w:val="[a-z]+"/>|<w:tabs><w:tab w:val="decimal" w:pos="\d+"/></w:tabs>)?'
STYLED = rf'<w:pPr><w:pStyle w:val="[\w-]+"/>(?:<w:keepNext/>)?{ALIGNED}</w:pPr>'
CELL = rf'<w:tc><w:tcPr><w:tcW w:w="\d+" w:type="dxa"/></w:tcPr><w:p>{STYLED}(?:{SHORT.decode()})*</w:p></w:tc>'
EQUAL_ROWS = rf"(<w:tr><w:trPr><w:cantSplit/></w:trPr>(?:{CELL})+</w:tr>)\1+"
FACT = rf'serie="\d++" plats="{WORDS}"'
NAMED = rf'(?:bokmarke="\w++" )?id="{WORDS}"'
MAPPED = rf'<varde {NAMED} text="{WORDS}"(?:(?: {FACT})?/>|>(?:<uppgift {FACT}/>)*+</varde>)'


class Short(NamedTuple):
    """A part's text with what is sound shortened, and the ids and names of the bookmarks that it held."""

    content: bytes
    idents: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def short_story(content: bytes) -> Short:
    """A part with running text: plain runs without their words and bookmarks, and one of each lot of equal rows.

    Left as it is when the prefix `w` may mean something else, or a run may stand in a comment.
    """
    marked = re.split(MARKED.encode(), content)
    plain = re.split(RUN.encode(), SHORT.join(marked[::4]))
    runs = SHORT.join(plain[::2]).replace(SHORT * 2, SHORT).replace(SHORT * 2, SHORT)
    rows = re.sub(EQUAL_ROWS.encode(), rb"\1", runs)
    if not (is_ours(rows) and is_text(b"\n".join((*marked[3::4], *plain[1::2])))):
        return Short(content)
    return Short(rows, decoded(marked[1::4]), decoded(marked[2::4]))


def short_map(content: bytes) -> Short:
    """A part of another kind; sound values of an edition map are left out."""
    rest = re.sub(f"(?:{MAPPED})++".encode(), b"", content)
    return Short(rest if b"<!" not in rest and rest.count(b"<?") < 2 and is_text(content) else content)


def is_ours(text: bytes) -> bool:
    """Whether `w` means what we mean by it, throughout, and all that looks like an element is one."""
    bound = BOUND in text and len(re.findall(rb"xmlns:w\s*=", text)) == 1
    return bound and b"<!" not in text and text.count(b"<?") < 2


def is_text(words: bytes) -> bool:
    """Whether words are UTF-8, of characters that XML allows (those below space aside)."""
    try:
        text = words.decode()
    except UnicodeDecodeError:
        return False
    return "\ufffe" not in text and "\uffff" not in text


def decoded(found: list[bytes]) -> tuple[str, ...]:
    """Letters and digits as text."""
    return tuple(b" ".join(found).decode().split())
