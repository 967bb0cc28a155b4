"""The law of the list of edits: what it says to paste, pasted at its line, makes the report say what the edited copy says."""

import re
from collections.abc import Iterable

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from rapportbyggare.core.blocks import ReadBlock
from rapportbyggare.core.problem import Severity
from rapportbyggare.core.read import EditKind, Pending
from rapportbyggare.diff.edits import edits_of
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
