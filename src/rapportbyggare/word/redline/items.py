"""What the blocks of two editions are laid side by side by: what they are called, what they say, and their words."""

from collections.abc import Container, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.alignment.sequence import Item
from rapportbyggare.alignment.tokens import tokens
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.names import TARGET
from rapportbyggare.word.redline.atoms import BLOCKS, ID, NAME, START, STOP, is_value
from rapportbyggare.word.redline.markup import markup

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH, TABLE, TEXT, STYLE, SECTION = w("p"), w("tbl"), w("t"), w("pStyle"), w("sectPr")
NOTE_TARGET = f"{TARGET}not_"
PARTING = frozenset({" ", "\u00a0", "\n"})


@dataclass(frozen=True, slots=True)
class Block:
    """A child of the body or of a cell: the kind and name it is found by, and all it says."""

    element: "_Element"
    kind: str
    key: Hashable | None
    exact: str


def blocks_of(parent: "_Element", contents: "Sequence[_Element]" = (), whole: bool = True) -> list[Block]:
    """The blocks of a body or a cell; `contents` are the paragraphs of the contents list.

    The last paragraph is always the same as the other edition's last, so that its end is never marked; the first and
    last of the contents list too, as the list's field begins and ends there (unless `whole`: then it comes or goes at once).
    """
    children = [child for child in parent if child.tag in (PARAGRAPH, TABLE, START, STOP)]
    forced = named_ends(children, contents, whole)
    anchor = ""
    result = []
    for child in children:
        for edge in child.iter(START, STOP):
            anchor = anchor_after(edge, anchor)
        kind, key = forced.get(child) or (kind_of(child), key_of(child, anchor))
        result.append(Block(child, kind, key, markup(child)))
    return result


def named_ends(children: "list[_Element]", contents: "Sequence[_Element]", whole: bool) -> "dict[_Element, tuple[str, str]]":
    """Blocks that are the same thing by where they stand."""
    found = {children[-1]: ("last", "last")} if children and children[-1].tag == PARAGRAPH else {}
    if contents and whole:
        kind = f"contents {len(contents)} {kind_of(contents[0])} {kind_of(contents[-1])}"
        return dict.fromkeys(contents, (kind, "")) | found
    return found | ({contents[0]: ("contents", "first"), contents[-1]: ("contents", "last")} if contents else {})


def anchor_after(edge: "_Element", anchor: str) -> str:
    """The anchor of a generated block that one is in after the edge of a bookmark."""
    if edge.tag == START:
        return name if (name := edge.get(NAME, "")).startswith(BLOCKS) else anchor
    return "" if edge.get(ID) == anchor else anchor


def kind_of(block: "_Element") -> str:
    """Blocks of different kinds are never the same: a style, a table, the end of a section."""
    if block.tag != PARAGRAPH:
        return block.tag
    style = block.find(f"{w('pPr')}/{STYLE}")
    section = block.find(f"{w('pPr')}/{SECTION}")
    return f"{'' if style is None else style.get(w('val'))} {'' if section is None else markup(section)}"


def key_of(block: "_Element", anchor: str) -> Hashable | None:
    """What a block is called: by its own bookmark, by the anchor it stands in."""
    if block.tag in (START, STOP):
        return block.tag, block.get(ID)
    if anchor:
        return anchor
    names = [edge.get(NAME, "") for edge in block.iter(START)] if block.tag == PARAGRAPH else []
    # `_Ref_` before `_Toc`: an edition without a contents list lacks the latter.
    return min((name for name in names if is_target(name)), default=None)


def is_target(name: str) -> bool:
    """Whether a bookmark is that of a heading or a caption."""
    return name.startswith(("_Toc", TARGET)) and not name.startswith(NOTE_TARGET)


def items_of(blocks: Sequence[Block], others: Container[str]) -> list[Item]:
    """The items of blocks. One that stands unaltered among the `others` needs no words to be found by."""
    return [
        Item(block.kind, block.key, block.exact, (block.exact,) if block.exact in others else words_of(block.element))
        for block in blocks
    ]


def words_of(element: "_Element") -> tuple[str, ...]:
    """The words of a block that somebody wrote."""
    text = "".join(written_texts(element))
    return tuple(token for token in tokens(text) if token not in PARTING)


def written_texts(element: "_Element") -> Iterator[str]:
    """Its texts, without those of values."""
    value = ""
    for part in element.iter(START, STOP, TEXT):
        if part.tag == TEXT:
            yield "" if value else part.text or ""
        elif part.tag == START:
            value = part.get(ID, "") if is_value(part) else value
        elif part.get(ID) == value:
            value = ""
