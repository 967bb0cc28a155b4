"""The law of the redline: whatever two editions say, accepted it is the new one and rejected the old."""

from random import Random

from hypothesis import event, given, settings
from hypothesis import strategies as st
from lxml import etree

from rapportbyggare.word.lint.lint import lint
from rapportbyggare.word.redline.check import findings
from rapportbyggare.word.redline.data import Attribution, RedlineRefused
from rapportbyggare.word.redline.redline import redline
from rapportbyggare.word.revisions.revisions import resolved
from tests.unit.word.chance import edited, report
from tests.unit.word.pairs import package
from tests.unit.word.test_redline import BASE, PAIRS
from tests.unit.word.test_redline import edited as with_parts

PARTS = ("word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "word/header1.xml")
BASE_FILE, OTHER_FILE = package(BASE), package(PAIRS["a value"][1])
BY = Attribution("2025-09-15T00:00:00Z", {2: "2025-09-03T00:00:00Z"})


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_a_redline_holds_both_editions(seed: int) -> None:
    chance = Random(seed)
    before = report(chance)
    old, new = package(before), package(edited(chance, before))
    made = redline(old, new, BY)
    event("the same" if old == new else "other")
    assert tuple(findings(old, new, made)) == ()
    assert lint(resolved(made, True)) == lint(resolved(made, False)) == ()


@settings(max_examples=10)
@given(st.integers(0, 2**32))
def test_an_edition_compared_with_itself_is_itself(seed: int) -> None:
    content = package(report(Random(seed)))
    made = redline(content, content, BY)
    assert resolved(made, True) is made


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.booleans())
def test_a_file_that_somebody_has_broken_is_refused_or_merged(seed: int, old: bool) -> None:
    chance = Random(seed)
    broken = with_parts(BASE_FILE, lambda text: without_some(chance, text), chance.choice(PARTS))
    try:
        made = redline(broken, OTHER_FILE, BY) if old else redline(OTHER_FILE, broken, BY)
    except RedlineRefused as refused:
        assert refused.reasons
    else:
        assert tuple(findings(*((broken, OTHER_FILE) if old else (OTHER_FILE, broken)), made)) == ()


def without_some(chance: Random, text: str) -> str:
    """A part without some of its elements, and with some in other places."""
    root = etree.fromstring(text.encode())
    for _ in range(chance.randint(1, 3)):
        every = list(root.iter())[1:]
        if not every:
            break
        one, other = chance.choice(every), chance.choice(every)
        parent = one.getparent()
        if parent is None:
            continue
        parent.remove(one)
        if chance.random() < 0.5 and other is not one and one not in other.iterancestors():
            other.insert(0, one)
    return etree.tostring(root, encoding="unicode")
