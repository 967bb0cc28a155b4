"""Values that read otherwise because the draft itself has been changed since a file was made of it, not its data.

A value's identity counts its like in its file, so a changed draft may have given it to another one: what decides is
the sentence round it.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapportbyggare.core.edited import EditionMap
from rapportbyggare.core.text import Value
from rapportbyggare.diff.alterations import ValueAltered
from rapportbyggare.diff.edited_places import Places
from rapportbyggare.diff.edited_search import ALIKE, anchors_of
from rapportbyggare.diff.folding import flat, likeness, same, skeleton
from rapportbyggare.passages.passage import Passage
from rapportbyggare.passages.printed import placed_values
from rapportbyggare.typography.sentences import sentence_of

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidValue:
    """A value as a document prints it, with its sentence."""

    passage: Passage
    value: Value
    start: int
    sentence: str

    @property
    def key(self) -> Hashable:
        """What it is in the draft, whatever the data; the turns of a loop have the same."""
        expression = self.value.expression
        return self.passage.identity, expression.place, expression.source

    def altered(self, ident: str, was: str) -> ValueAltered:
        """It as one that should read as here, at the anchor of `ident`, where the file was printed `was`."""
        right, passage, sentence = self.value.text, self.passage, self.sentence
        return ValueAltered(passage, passage, ident, was, right, passage.text, self.start, right, sentence, sentence)


@dataclass(frozen=True, slots=True)
class Marked:
    """A value of the file: its identity, what the draft printed there, and the words of the sentence it stands in."""

    ident: str
    was: str
    around: Words


def rewritten(before: Sequence[Passage], after: Sequence[Passage], places: Places) -> Iterator[ValueAltered]:
    """The values that the draft prints in another way today: `before` and `after` are today's draft with old and new data."""
    edition = places.file.edition
    if edition is None or not unknown_values(before, edition):
        return
    known: dict[Hashable, set[str]] = {}
    for one in said_values(before):
        known.setdefault(one.key, set()).add(flat(one.value.text))
    today = [one for one in said_values(after) if one.key in known and one.value.ident]
    for marked, one in _matched(list(_marked(edition, places)), today):
        if flat(marked.was) not in known[one.key] and not same(marked.was, one.value.text):
            yield one.altered(marked.ident, marked.was)


def said_values(passages: Iterable[Passage]) -> Iterator[SaidValue]:
    """The values that a document prints, in order."""
    for passage in passages:
        text = passage.text
        for value, start in placed_values(passage.content):
            yield SaidValue(passage, value, start, sentence_of(text, start, start + len(value.text)))


def _marked(edition: EditionMap, places: Places) -> Iterator[Marked]:
    for ident, was in edition.values.values():
        for text, anchor in anchors_of(places, ident)[:1]:
            yield Marked(ident, was, skeleton(sentence_of(text.text, anchor.start, anchor.end)))


def _matched(marked: Sequence[Marked], today: Sequence[SaidValue]) -> Iterator[tuple[Marked, SaidValue]]:
    """Each value of the file with the one of today's draft that it is: by identity, else by sentence alone."""
    by_ident = {one.value.ident: one for one in today}
    pairs = [(one, by_ident[one.ident]) for one in marked if one.ident in by_ident]
    sure = [(one, other) for one, other in pairs if _alike(one.around, skeleton(other.sentence)) >= ALIKE]
    yield from sure
    taken, used = {one.ident for one, _ in sure}, {other.value.ident for _, other in sure}
    left = [(skeleton(one.sentence), one) for one in today if one.value.ident not in used]
    for one in marked:
        best = max(left, key=lambda other: _alike(one.around, other[0]), default=None) if one.ident not in taken else None
        if best is not None and _alike(one.around, best[0]) >= ALIKE:
            left.remove(best)
            yield one, best[1]


def _alike(one: Words, other: Words) -> float:
    return 1.0 if one == other else likeness(one, other)


def unknown_values(before: Sequence[Passage], edition: EditionMap) -> int:
    """How many of a file's values today's draft would not have printed with the same data."""
    known = {(one.value.ident, flat(one.value.text)) for one in said_values(before)}
    return sum((ident, flat(text)) not in known for ident, text in edition.values.values())
