"""What a report prints, asked of an edited file: which sentences and which cells are ours, as they were or as they are today."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapportbyggare.core.edited import CellSpot, EditedText
from rapportbyggare.diff.folding import flat
from rapportbyggare.passages.passage import Passage, PrintedKind
from rapportbyggare.typography.sentences import sentence_ends

Column = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Printed:
    """What the draft and today's document print, in folded words.

    `sentences` are those of running text, `heads` the headings of each column (block, number) and `spots` the row and
    column headings of each table's cells, by block.
    """

    sentences: frozenset[str] = frozenset()
    heads: Mapping[Column, frozenset[str]] = field(default_factory=dict)
    spots: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)

    def says(self, text: EditedText, sentence: str) -> bool:
        """Whether a sentence of running text is ours; a caption's has its number before it in the file."""
        said = flat(sentence)
        return said in self.sentences or (bool(text.blocks) and any(said.endswith(one) for one in self.sentences if one))

    def heads_column(self, block: str, number: str, spot: CellSpot) -> bool:
        """Whether a cell stands in the column of a generated table, by the heading of the column."""
        return flat(spot.column_words) in self.heads.get((block, number), ())

    def has_cell(self, block: str, spot: CellSpot) -> bool:
        """Whether a generated table has a cell with just these headings."""
        return (flat(spot.row_words), flat(spot.column_words)) in self.spots.get(block, ())


def printed(*documents: Sequence[Passage]) -> Printed:
    """What some documents print, by their passages."""
    heads: dict[Column, set[str]] = {}
    spots: dict[str, set[tuple[str, str]]] = {}
    sentences: set[str] = set()
    for passages in documents:
        own = {_column(one): flat(one.text) for one in passages if one.identity.part == "kolumnrubrik"}
        for key, words in own.items():
            heads.setdefault(key, set()).add(words)
        row = ""
        for one in passages:
            row = flat(one.text) if one.identity.part == "radrubrik" else row
            if one.identity.part == "cell":
                spots.setdefault(one.identity.block, set()).add((row, own.get(_column(one), "")))
            elif one.kind is not PrintedKind.CELL:
                sentences.update(_sentences(one.text))
    return Printed(
        frozenset(sentences),
        {key: frozenset(every) for key, every in heads.items()},
        {block: frozenset(every) for block, every in spots.items()},
    )


def _column(one: Passage) -> Column:
    return one.identity.block, one.identity.item


def _sentences(text: str) -> Iterable[str]:
    return filter(None, _cut(text))


def _cut(text: str) -> Iterator[str]:
    for start, end in pairwise(sentence_ends(text)):
        yield flat(text[start:end])
