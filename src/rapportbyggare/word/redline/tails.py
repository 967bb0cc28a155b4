"""Paragraphs added after the last one, or taken away there: the end of the last is never marked, so the ends before it are."""

from collections.abc import Iterator, Sequence

from rapportbyggare.word.redline.atoms import line_of
from rapportbyggare.word.redline.items import PARAGRAPH, SECTION, Block, kind_of, words_of
from rapportbyggare.word.redline.lines import Pen
from rapportbyggare.word.redline.paragraphs import look_of, merged_paragraph, paragraph_markup, plain_words, whole_paragraph
from rapportbyggare.word.redline.pieces import State, whole

# A tail longer than this is found as other blocks are.
LONGEST = 40


def tail_length(old: Sequence[Block], new: Sequence[Block]) -> int:
    """How many paragraphs the new edition has after what was the last; negative, how many it lacks."""
    if not (old and new) or is_same(old[-1], new[-1]):
        return 0
    return after(old[-1], new) or -after(new[-1], old)


def after(last: Block, others: Sequence[Block]) -> int:
    """How many plain paragraphs stand after one that is the same as the `last` of the other edition, 0 for no such one."""
    for length, block in enumerate(reversed(others[-LONGEST:])):
        if length and is_same(last, block):
            return length
        if not is_plain(block):
            return 0
    return 0


def is_plain(block: Block) -> bool:
    """Whether a block is a paragraph that ends no section."""
    return block.element.tag == PARAGRAPH and block.element.find(f"*/{SECTION}") is None


def is_same(old: Block, new: Block) -> bool:
    """Whether two paragraphs say the same, the data aside."""
    if not (is_plain(old) and is_plain(new)) or kind_of(old.element) != kind_of(new.element):
        return False
    return old.exact == new.exact or words_of(old.element) == words_of(new.element) != ()


def longer(old: Block, new: Sequence[Block], pen: Pen) -> Iterator[str]:
    """The old edition's last paragraph and those that have come after it; its own end has come, that of the last has not."""
    first, *middle, last = new
    hands = pen.hands
    yield merged_paragraph(old.element, first.element, pen, State("ins", hands.text))
    yield from (
        whole_paragraph(one.element, State("ins", hands.of_passage(plain_words(one.element), one.element))) for one in middle
    )
    state = State("ins", hands.of_passage(plain_words(last.element), last.element))
    content = whole(line_of(last.element), state)
    yield paragraph_markup(look_of(last.element), look_of(old.element), content, hands.text)


def shorter(old: Sequence[Block], new: Block, pen: Pen) -> Iterator[str]:
    """The new edition's last paragraph and those that are gone after it."""
    first, *middle, last = old
    hands = pen.hands
    yield merged_paragraph(first.element, new.element, pen, State("del", hands.text))
    yield from (
        whole_paragraph(one.element, State("del", hands.of_passage(plain_words(one.element), one.element))) for one in middle
    )
    state = State("del", hands.of_passage(plain_words(last.element), last.element))
    content = whole(line_of(last.element), state)
    yield paragraph_markup(look_of(new.element), look_of(last.element), content, hands.text)
