"""Items of a paragraph as texts of the model, and the words that the writer puts before what the author wrote."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapportbyggare.core.flat import Atom, nested
from rapportbyggare.core.text import DocumentText, LineBreak, TableNoteMark, Text
from rapportbyggare.word.read.fields import Item, NewPage, Serial, Thing
from rapportbyggare.word.read.ground import HARD_SPACE

LETTER = re.compile(r"[a-z]{1,2}")
LEAD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*(?:: |\. )")
FIRST_WORD = re.compile(r"[^\W\d_]+(?:: |\. )")
SYMBOLS = re.compile(r"Teckenförklaring: (.*)\.", re.DOTALL)
MEANS = f"{HARD_SPACE}= "
NO_LETTERS: frozenset[str] = frozenset()


def text_of(items: Iterable[Item], letters: frozenset[str] = NO_LETTERS) -> DocumentText:
    """The words among items; `letters` are those of the notes under the table that they stand in."""
    return nested(_atoms(items, letters))


def _atoms(items: Iterable[Item], letters: frozenset[str]) -> Iterator[Atom]:
    for item in items:
        match item:
            case Atom(Text(words), _, True) if words in letters:
                yield replace(item, leaf=TableNoteMark(words))
            case Atom():
                yield item
            case Serial(_, atom):
                yield atom
            case NewPage() | Thing():
                pass


def things_in(items: Iterable[Item]) -> list[Thing]:
    """What is drawn among words."""
    return [item for item in items if isinstance(item, Thing)]


def is_empty(items: Iterable[Item]) -> bool:
    """Whether nothing would be seen."""
    return not any(_seen(item) for item in items)


def _seen(item: Item) -> bool:
    match item:
        case Atom(Text(words)):
            return bool(words.strip())
        case Atom(LineBreak()) | NewPage():
            return False
        case _:
            return True


def numbered(items: Sequence[Item]) -> tuple[int, Sequence[Item]]:
    """A caption's number and the words after it; 0 and all of them where there is none."""
    place = next((n for n, item in enumerate(items) if isinstance(item, Serial)), None)
    if place is None:
        return 0, items
    serial = items[place]
    assert isinstance(serial, Serial)
    words = serial.atom.leaf.text if isinstance(serial.atom.leaf, Text) else ""
    number = int(words) if words.isascii() and words.isdigit() and len(words) < 7 else 0
    return (number, without(items[place + 1 :], ". ")) if number else (0, items)


def series_of(items: Iterable[Item]) -> str:
    """The series that a caption has its number in, "" for none."""
    return next((item.series for item in items if isinstance(item, Serial)), "")


def without(items: Sequence[Item], lead: str) -> Sequence[Item]:
    """Items without the words they begin with, if they do."""
    first = items[0] if items else None
    if isinstance(first, Atom) and isinstance(first.leaf, Text) and first.leaf.text.startswith(lead):
        return [replace(first, leaf=replace(first.leaf, text=first.leaf.text[len(lead) :])), *items[1:]]
    return items


def without_lead(items: Sequence[Item]) -> Sequence[Item]:
    """Items without a lead word ("Källa: ", "Anm. "): a run of its own as we write it, else the first word."""
    first = items[0] if items else None
    if not isinstance(first, Atom) or not isinstance(first.leaf, Text):
        return items
    found = LEAD.fullmatch(first.leaf.text) or FIRST_WORD.match(first.leaf.text)
    return without(items, found.group()) if found else items


def lettered(items: Sequence[Item]) -> tuple[str, Sequence[Item]]:
    """The letter of a note under a table and its words; "" for a general note, without its lead word."""
    match items[0] if items else None:
        case Atom(Text(words), _, True) if LETTER.fullmatch(words):
            return words, without(items[1:], HARD_SPACE)
        case _:
            return "", without_lead(items)


def symbols_in(words: str) -> tuple[tuple[str, str], ...] | None:
    """What symbols mean, of the line that explains them; None for any other line."""
    found = SYMBOLS.fullmatch(words)
    pairs = [part.partition(MEANS) for part in found[1].split("; ")] if found else []
    return tuple((symbol, meaning) for symbol, _, meaning in pairs) if pairs and all(pair[1] for pair in pairs) else None
