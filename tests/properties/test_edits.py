"""The law of the list of edits: what it says to paste, pasted at its line, makes the report say what the edited copy says."""

import re
from collections.abc import Iterable

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from rapportbyggare.core.blocks import Paragraph, ReadBlock
from rapportbyggare.core.flat import Atom, Face, flat, nested
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Severity
from rapportbyggare.core.read import EditKind, Pending
from rapportbyggare.core.text import Code, DocumentText, LineBreak, Text
from rapportbyggare.diff.edits import edits_of
from rapportbyggare.diff.edits_markdown import Sources, markdown
from rapportbyggare.diff.edits_units import units_of
from rapportbyggare.word.document import write_document
from rapportbyggare.word.read.side import read_side
from tests.carried import carried
from tests.properties.test_read import NOTES, PLAIN
from tests.small import bound
from tests.unit.diff.edits import BODY, W, packed
from tests.unit.diff.twice import drafts
from tests.unit.word.sample import STYLE
from tests.unit.word.test_document import entries

TABLE = "Tabell: Antal {#t-1}\n\n| Kommun | Antal |\n|---|---:|\n| Berg | 1 |\n\nKälla: SCB"
# What looks like attributes or a comment cannot be written in a section in any way.
UNWRITABLE = re.compile(r"\{[#.]|\{lang=|#\}")
TYPED = st.text(st.sampled_from("abc åäö 12*_[]{}<>#`\\!|~-+.:;&%$^=()\"'”/ "), min_size=1, max_size=12)
LONGER = ("Ord ", "  ", "<b>", "&amp;", "1.", "+ ", "---", "===", "> ", "{%", "{{", "~~~", "https://example.se")
SIGNS = st.sampled_from((*LONGER, *"aå .,()*_[]#`\\!|~&{}:”\u00a0\u2011"))
BLANK = " \n\u00a0"
TEXTS = st.lists(SIGNS, min_size=1, max_size=5).map(lambda signs: Text("".join(signs)))
CODES = st.sampled_from(("a", "a b", "`", "``x", "x`", "\\", " a ", "<b>", "a`b", "!")).map(Code)
ADDRESSES = st.sampled_from(
    ("", "", "https://example.se/", "https://example.se/a_(b)", "https://x.se/?a=1&b=*c*", "https://x.se/a)b")
)
FACES = st.builds(Face, ADDRESSES, st.sampled_from(("", "", "en")), st.booleans(), st.booleans())
ROWS = st.lists(st.builds(Atom, st.one_of(TEXTS, TEXTS, CODES, st.just(LineBreak())), FACES), min_size=1, max_size=6)


def signs(content: DocumentText) -> list[tuple[str, Face | str]]:
    """Each sign of a text; a letter with its looks, many spaces as one, no space at the edges of a line.

    A mark beside a letter may be less emphasised than it was, and so may code.
    """
    found: list[tuple[str, Face | str]] = []
    for one in flat(content):
        match one.leaf:
            case LineBreak():
                found.append(("\n", ""))
            case Text(text) | Code(text) as leaf:
                look = one.face if isinstance(leaf, Text) else "kod"
                found += [(sign, look if sign.isalnum() else "") for sign in text]
    kept: list[tuple[str, Face | str]] = []
    for sign in found:
        if sign[0] == "\n":
            kept = without_end(kept)
        if sign[0] != " " or (kept and kept[-1][0] not in " \n"):
            kept.append(sign)
    return without_end(without_end(kept, BLANK)[::-1], BLANK)[::-1]


def without_end(signs: list[tuple[str, Face | str]], blank: str = " ") -> list[tuple[str, Face | str]]:
    """Signs without the blank ones that they end with."""
    while signs and signs[-1][0] in blank:
        signs = signs[:-1]
    return signs


@settings(max_examples=300)
@given(ROWS)
def test_any_text_is_written_so_that_it_reads_as_it_is(row: list[Atom]) -> None:
    content = nested(row)
    assume(plain(content).strip() and not UNWRITABLE.search(plain(content)))
    written = markdown(content, Sources(lambda value: "", lambda number: ""))
    made, problems = bound(f"# Rubriken {{#r1}}\n\n{written}\n")
    assert [one for one in problems if one.severity is Severity.ERROR] == []
    (block,) = made.sections[0].blocks[1:]
    assert isinstance(block, Paragraph)
    assert signs(block.content) == signs(content)


def section(paragraphs: list[str]) -> str:
    return "\n\n".join(("# Rubriken {#r1}", *paragraphs, TABLE, "Sist [^ett] och [^två].", NOTES))


def copy_of(content: bytes, which: int, typed: str, at: float) -> bytes:
    """The file with something typed in the words of one of its body's paragraphs, outside its figures."""
    parts = entries(content)
    root = etree.fromstring(parts[BODY])
    paragraphs = [one for one in root.iter(W + "p") if any((text.text or "").startswith("Så ") for text in one.iter(W + "t"))]
    text = next(paragraphs[which].iter(W + "t"))
    words = text.text or ""
    place = len("Så") + int(at * (len(words) - len("Så")))
    text.text = words[:place] + typed + words[place:]
    return packed(parts | {BODY: etree.tostring(root)})


@settings(max_examples=80)
@given(st.lists(PLAIN, min_size=1, max_size=4), st.data(), TYPED, st.floats(0, 1, exclude_max=True))
def test_what_is_pasted_says_what_the_copy_says(paragraphs: list[str], data: st.DataObject, typed: str, at: float) -> None:
    source = section(paragraphs)
    made, _ = bound(source)
    which = data.draw(st.integers(0, len(paragraphs) - 1))
    read, _ = read_side(copy_of(write_document(made, STYLE, {}, None), which, typed, at), "kopia.docx", Pending.REFUSED)
    assert read is not None
    assume(not any(UNWRITABLE.search(unit.text) for one in read.side.sections for unit in units_of(one.blocks)))
    found = edits_of(made, drafts(source), read)
    assert found.overtyped == ()
    lines = source.split("\n")
    for edit in found.edits:
        assert edit.kind is EditKind.REWORDED
        lines[edit.place.line - 1] = edit.markdown
    pasted, problems = bound("\n".join(lines))
    assert [one for one in problems if one.severity is Severity.ERROR] == []
    blocks, _ = carried(pasted, {})
    assert said(blocks) == said(block for one in read.side.sections for block in one.blocks)


def said(blocks: Iterable[ReadBlock]) -> list[str]:
    """What each stretch says; a reference begins a sentence with a capital of itself."""
    return [" ".join(unit.text.casefold().split()) for unit in units_of(blocks)]
