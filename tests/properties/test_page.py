"""Laws of the review page: each edition can be read out of it, and everything in it can be found."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from rapportbyggare.core.blocks import ListBlock, Paragraph, Quote
from rapportbyggare.core.compared import Cause, Changed, RedlineBlock, RedlineLeaf, Standing, Whole
from rapportbyggare.core.text import Emphasis, Inline, Text
from rapportbyggare.page.review import review_page
from tests.unit.page.made import change, comparison, every, one, page

COUNT = 5
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=8)
NUMBERS = st.integers(1, COUNT)
CAUSES = st.sampled_from(Cause)
KEPT: st.SearchStrategy[Inline[RedlineLeaf]] = st.builds(Text, WORDS)
TEXT = st.lists(WORDS.map(Text), max_size=2).map(tuple)
CHANGED: st.SearchStrategy[Inline[RedlineLeaf]] = st.builds(Changed, TEXT, TEXT, CAUSES, NUMBERS)
INLINES = st.lists(KEPT | CHANGED | st.builds(Emphasis, st.tuples(KEPT | CHANGED)), max_size=4).map(tuple)
PARAGRAPHS: st.SearchStrategy[RedlineBlock] = st.builds(Paragraph, INLINES)
PLAIN: st.SearchStrategy[RedlineBlock] = st.builds(Paragraph, TEXT)
ALONE = st.sampled_from([Standing.ADDED, Standing.REMOVED, Standing.MOVED_AWAY, Standing.MOVED_HERE])
WHOLE: st.SearchStrategy[RedlineBlock] = st.builds(
    Whole, ALONE, CAUSES, NUMBERS, st.lists(PLAIN, min_size=1, max_size=2).map(tuple)
)
BLOCKS = st.recursive(
    PARAGRAPHS | WHOLE,
    lambda inside: (
        st.builds(Quote, st.lists(inside, max_size=2).map(tuple))
        | st.builds(ListBlock, st.booleans(), st.just(1), st.lists(st.tuples(inside), max_size=2).map(tuple))
    ),
    max_leaves=6,
)


def words(blocks: tuple[RedlineBlock, ...], new: bool) -> str:
    """What one edition of the blocks says."""
    return "".join(_block(block, new) for block in blocks)


def _block(block: RedlineBlock, new: bool) -> str:
    match block:
        case Paragraph(content):
            return "".join(_inline(item, new) for item in content)
        case Quote(blocks):
            return words(blocks, new)
        case ListBlock(items=items):
            return "".join(words(item, new) for item in items)
        case Whole(standing, blocks=blocks):
            return words(blocks, new) if new == (standing in (Standing.ADDED, Standing.MOVED_HERE)) else ""
        case _:
            raise AssertionError(block)


def _inline(item: Inline[RedlineLeaf], new: bool) -> str:
    match item:
        case Text(text):
            return text
        case Changed(before, after):
            return "".join(_inline(part, new) for part in (after if new else before))
        case Emphasis(children):
            return "".join(_inline(child, new) for child in children)
        case _:
            raise AssertionError(item)


def read(report: etree._Element, new: bool) -> str:
    """One edition, as it is read from the page."""
    other = "del", "gammal"
    mark, side = other if new else ("ins", "ny")
    passed = "self::h2 or @class='spalter' or @class='omslag' or @class='dold' or @class='nr' or @class='etikett'"
    skip = f"ancestor::*[{passed} or self::{mark} or @data-sida='{side}']"
    return "".join(every(report, f".//text()[not({skip})]")).replace("\n", "")


@given(st.lists(BLOCKS, max_size=4).map(tuple))
def test_each_edition_can_be_read_out_of_the_page(blocks: tuple[RedlineBlock, ...]) -> None:
    changes = tuple(change(number) for number in range(1, COUNT + 1))
    whole = page(review_page(comparison(*blocks, changes=changes)))
    report = one(whole, "//section[@class='rapport']")
    assert read(report, new=True) == words(blocks, new=True)
    assert read(report, new=False) == words(blocks, new=False)
    ids = every(whole, "//@id")
    assert len(ids) == len(set(ids))
    assert {f"andring-{number}" for number in range(1, COUNT + 1)} <= set(ids)
    assert {link[1:] for link in every(whole, "//a/@href")} <= set(ids)
