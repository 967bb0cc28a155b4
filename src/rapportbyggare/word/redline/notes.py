"""The notes of a merged document: kept, gone and come, numbered in the order of their marks."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.redline.atoms import ID, NOTE, line_of
from rapportbyggare.word.redline.hands import Hands
from rapportbyggare.word.redline.identity import NotePair
from rapportbyggare.word.redline.lines import Pen
from rapportbyggare.word.redline.markup import inner, markup
from rapportbyggare.word.redline.paragraphs import look_of, merged_paragraph, paragraph_markup, plain_words
from rapportbyggare.word.redline.pieces import State, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

STATES = {w("ins"): "ins", w("del"): "del"}


def numbered_notes(root: "_Element", notes: Mapping[str, NotePair], separators: "_Element", hands: Hands) -> str:
    """The notes of a merged body, whose marks are numbered; a mark that is gone and one that has come have each its own."""
    kinds = [markup(one) for one in separators if one.get(w("type")) is not None]
    bodies = [note_markup(mark, number, notes, hands) for number, mark in enumerate(list(root.iter(NOTE)), 1)]
    return "".join((*kinds, *bodies))


def words_of_notes(notes: Mapping[str, NotePair]) -> dict[str, str]:
    """The words of each note, by the name its marks bear."""
    bodies = {name: pair.old if pair.new is None else pair.new for name, pair in notes.items()}
    return {name: plain_words(body).strip(" ") for name, body in bodies.items() if body is not None}


def note_markup(mark: "_Element", number: int, notes: Mapping[str, NotePair], hands: Hands) -> str:
    """The note that a mark leads to; the mark gets the number."""
    state = next((STATES[str(one.tag)] for one in mark.iterancestors(*STATES)), "")
    content = "".join(content_of(notes[mark.get(ID, "")], state, hands))
    mark.set(ID, str(number))
    return f'<w:footnote w:id="{number}">{content}</w:footnote>'


def content_of(pair: NotePair, state: str, hands: Hands) -> Iterator[str]:
    """A note's paragraphs."""
    if state == "del" and pair.old is not None:
        yield from (whole_note(child, State("del", hands.of_passage(plain_words(child), child))) for child in pair.old)
    elif state == "ins" and pair.new is not None:
        yield from (whole_note(child, State("ins", hands.of_passage(plain_words(child), child))) for child in pair.new)
    elif pair.new is None or pair.old is None or inner(pair.old) == inner(pair.new):
        yield inner(pair.old if pair.new is None else pair.new)
    else:
        pen = Pen(hands, hands.text)
        yield from (merged_paragraph(a, b, pen) for a, b in zip(pair.old, pair.new, strict=True))


def whole_note(paragraph: "_Element", state: State) -> str:
    """A note's paragraph that has come or gone; its end stays, as a note has no other."""
    look = look_of(paragraph)
    return paragraph_markup(look, look, whole(line_of(paragraph), state), "")
