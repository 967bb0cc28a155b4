"""An edited file made ready to be searched: its anchors, its sentences, its generated blocks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapportbyggare.core.edited import Anchor, EditedFile, EditedText
from rapportbyggare.diff.edited_printed import Printed, printed
from rapportbyggare.diff.folding import flat, skeleton
from rapportbyggare.passages.passage import Passage
from rapportbyggare.typography.sentences import sentence_ends

ANCHOR = "_rb_"
Words = tuple[str, ...]
NAMES = {"tabell": "tabell", "diagram": "figur"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the file, with its offsets in its text and its words without numbers."""

    text: EditedText
    start: int
    end: int
    words: Words

    @property
    def said(self) -> str:
        """Its words."""
        return self.text.text[self.start : self.end].strip()


@dataclass(frozen=True, slots=True)
class Places:
    """An edited file made ready to be searched.

    `anchored` holds the places of each anchor, `names` the anchors of each value's identity, `blocks` the anchor of each
    generated block ("tabell:antal"), `headings` the heading of each table and figure by block, `worded` all sentences by
    their words and by their words without numbers, `unmarked` those of running text that have no anchors, by their words.
    `printed` is what the report itself prints.
    """

    file: EditedFile
    anchored: Mapping[str, tuple[tuple[EditedText, Anchor], ...]]
    names: Mapping[str, tuple[str, ...]]
    blocks: Mapping[str, str]
    headings: Mapping[str, str]
    sentences: tuple[Sentence, ...]
    flats: Mapping[int, str]
    worded: Mapping[str | Words, tuple[Sentence, ...]]
    unmarked: Mapping[str, tuple[Sentence, ...]]
    printed: Printed


def places_in(file: EditedFile, old: Sequence[Passage], new: Sequence[Passage]) -> Places:
    """The places of a file; `old` are the passages of the document that it was, `new` today's."""
    anchored: dict[str, list[tuple[EditedText, Anchor]]] = {}
    for text in file.texts:
        for anchor in text.anchors:
            anchored.setdefault(anchor.name, []).append((text, anchor))
    edition = file.edition
    names: dict[str, list[str]] = {}
    for name, ident in _named(file, anchored):
        names.setdefault(ident, []).append(name)
    kinds = {kind: ours for ours, kind in NAMES.items()}
    blocks = {f"{kinds.get(kind, kind)}:{key}": name for name, (kind, key) in (edition.blocks if edition else {}).items()}
    headings = {one.identity.block: one.text for one in old if one.identity.part == "rubrik" and one.identity.block}
    sentences = tuple(sentence for text in file.texts for sentence in _sentences(text))
    return Places(
        file,
        {name: _filled(found) for name, found in anchored.items()},
        {ident: tuple(found) for ident, found in names.items()},
        blocks,
        headings,
        sentences,
        {text.order: flat(text.text) for text in file.texts},
        _worded(sentences),
        _unmarked(sentences),
        printed(old, new),
    )


def _worded(sentences: Iterable[Sentence]) -> dict[str | Words, tuple[Sentence, ...]]:
    found: dict[str | Words, list[Sentence]] = {}
    for sentence in sentences:
        found.setdefault(flat(sentence.said), []).append(sentence)
        found.setdefault(sentence.words, []).append(sentence)
    return {key: tuple(every) for key, every in found.items()}


def _unmarked(sentences: Iterable[Sentence]) -> dict[str, tuple[Sentence, ...]]:
    found: dict[str, tuple[Sentence, ...]] = {}
    for sentence in sentences:
        if not sentence.text.anchors and not sentence.text.cell:
            said = flat(sentence.said)
            found[said] = (*found.get(said, ()), sentence)
    return found


def _named(file: EditedFile, anchored: Iterable[str]) -> list[tuple[str, str]]:
    """Each anchor's name and identity: by the map or, when that is lost, by how nearly all of them are named."""
    if file.edition is None:
        return [(name, name.removeprefix(ANCHOR)) for name in anchored]
    return [(name, ident) for name, (ident, _) in file.edition.values.items()]


def _filled(found: list[tuple[EditedText, Anchor]]) -> tuple[tuple[EditedText, Anchor], ...]:
    """The places of one anchor; the empty ones count only when there are no others."""
    return tuple(one for one in found if one[1].start < one[1].end) or tuple(found)


def _sentences(text: EditedText) -> Iterator[Sentence]:
    ends = sentence_ends(text.text)
    for start, end in pairwise(ends):
        yield Sentence(text, start, end, skeleton(text.text[start:end]))
