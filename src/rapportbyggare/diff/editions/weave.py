"""The blocks of two editions woven into one tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapportbyggare.core.blocks import (
    ChartFigure,
    FactBox,
    Heading,
    Landscape,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    ReadBlock,
    Table,
)
from rapportbyggare.core.compared import Cause, RedlineBlock, Standing, Whole
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.diff.editions.causes import Causes, place_of
from rapportbyggare.diff.editions.figures import woven_figure
from rapportbyggare.diff.editions.items import in_both, item_of, kind_of, text_item, texts_of, words_of
from rapportbyggare.diff.editions.record import Record, Spot
from rapportbyggare.diff.editions.steps import MOVED, Step, steps
from rapportbyggare.diff.editions.tables import woven_table
from rapportbyggare.diff.editions.texts import Reader
from rapportbyggare.passages.chapters import Chapter, chapter_of

Blocks = Sequence[ReadBlock]
Woven = tuple[RedlineBlock, ...]


@dataclass(frozen=True, slots=True)
class Weaver:
    """What weaving needs: how texts are read, and what is known of why passages come and go.

    `listed` is what a passage is called inside a list ("" outside).
    """

    reader: Reader
    causes: Causes
    listed: str = ""

    @property
    def record(self) -> Record:
        """Where what differs is told."""
        return self.reader.record

    def woven(self, old: Blocks, new: Blocks) -> Iterator[tuple[int, RedlineBlock]]:
        """The blocks of both in one order, each with the index of the new block that it is or comes after."""
        moved: dict[Step, int] = {}
        before = after = self.record.chapter
        here = 0
        for step in steps(
            *in_both(list(map(item_of, old)), list(map(item_of, new))), lambda one, other: self._apart(one, other, old, new)
        ):
            here = max((here, *step.here))
            gone, come = [old[n] for n in step.old], [new[n] for n in step.new]
            stood = [] if step.standing is Standing.MOVED_HERE else gone
            stands = [] if step.standing is Standing.MOVED_AWAY else come
            before, after = _entered(before, stood[:1]), _entered(after, stands[:1])
            self.record.chapter = after if stands else before
            kept = step.standing is Standing.KEPT
            yield here, self._pair(gone[0], come[0]) if kept else self._whole(step, gone, come, moved)
            before, after = _entered(before, stood), _entered(after, stands)

    def inside(self, old: Blocks, new: Blocks) -> Woven:
        """The blocks of both inside another block."""
        return tuple(block for _, block in self.woven(old, new))

    def _apart(self, one: Step, other: Step, old: Blocks, new: Blocks) -> bool:
        """A chapter is told by itself, and so is what the data brought."""
        first, second = (new[step.new[0]] if step.new else old[step.old[0]] for step in (one, other))
        if isinstance(second, Heading):
            return not isinstance(first, Heading) or second.level <= first.level
        return self._cause(one, old, new) != self._cause(other, old, new)

    def _cause(self, step: Step, old: Blocks, new: Blocks) -> Cause:
        return self.causes.of([old[n] for n in step.old], [new[n] for n in step.new])[0]

    def _whole(self, step: Step, gone: Blocks, come: Blocks, moved: dict[Step, int]) -> RedlineBlock:
        """What stands in one edition only, or elsewhere; both ends of a move are one change."""
        if step.standing not in MOVED:
            cause, facts = self.causes.of(gone, come)
            if cause is Cause.TEXT and all(isinstance(block, PageBreak) for block in (*gone, *come)):
                cause = Cause.STRUCTURE
            number = self._tell(step.standing, cause, gone, come, facts)
            return Whole(step.standing, cause, number, tuple(come or gone))
        ends = Step(Standing.MOVED_HERE, step.old, step.new)
        if ends not in moved:
            moved[ends] = self._tell(Standing.MOVED_HERE, Cause.STRUCTURE, gone, come, ())
        blocks = tuple(gone) if step.standing is Standing.MOVED_AWAY else self.inside(gone, come)
        return Whole(step.standing, Cause.STRUCTURE, moved[ends], blocks)

    def _tell(self, standing: Standing, cause: Cause, gone: Blocks, come: Blocks, facts: tuple[FactKey, ...]) -> int:
        blocks = come or gone
        kind = self.listed or ("avsnitt" if isinstance(blocks[0], Heading) and len(blocks) > 1 else kind_of(blocks[0]))
        place, old_place = (place_of(one[0]) if one else NOWHERE for one in (come, gone))
        deliveries = self.record.given(facts)
        return self.record.add(
            cause, standing, Spot(kind, "", place, old_place), words_of(gone), words_of(come), facts, deliveries
        )

    def _pair(self, old: ReadBlock, new: ReadBlock) -> RedlineBlock:
        spot = Spot(self.listed or kind_of(new), "", place_of(new), place_of(old))
        match old, new:
            case Heading(), Heading():
                return self._heading(old, new, spot)
            case Paragraph(), Paragraph():
                cause, facts = self.causes.of((old,), (new,))
                return Paragraph(self.reader.merged(old.content, new.content, spot, cause, facts), new.place)
            case ListBlock(), ListBlock():
                return self._list(old, new, spot)
            case Quote(), Quote():
                return Quote(self.inside(old.blocks, new.blocks), new.place)
            case Landscape(), Landscape():
                return Landscape(self.inside(old.blocks, new.blocks), new.place)
            case FactBox(), FactBox():
                title = self.reader.merged(old.title, new.title, spot)
                return FactBox(title, self.inside(old.blocks, new.blocks), new.place)
            case Table(), Table():
                return woven_table(old, new, self.reader)
            case (ChartFigure() | Picture(), ChartFigure() | Picture()):
                return woven_figure(old, new, self.reader)
            case _:  # page breaks, and what is known by its digest
                return new

    def _heading(self, old: Heading[DocumentLeaf], new: Heading[DocumentLeaf], spot: Spot) -> RedlineBlock:
        content = self.reader.merged(old.content, new.content, spot)
        heading: RedlineBlock = Heading(new.level, content, new.key, new.kind, new.place, new.number)
        if (old.level, old.kind) != (new.level, new.kind):
            number = self.record.add(Cause.STRUCTURE, Standing.CHANGED, spot, _level(old), _level(new))
            return Whole(Standing.CHANGED, Cause.STRUCTURE, number, (heading,))
        if old.number != new.number:
            number = self.record.renumbered(new.key or new.number, spot, old.number, new.number)
            return Whole(Standing.CHANGED, Cause.NUMBERING, number, (heading,))
        return heading

    def _list(self, old: ListBlock[ReadBlock], new: ListBlock[ReadBlock], spot: Spot) -> RedlineBlock:
        before, after = ([text_item("punkt", None, texts_of(item)) for item in one.items] for one in (old, new))
        moved: dict[Step, int] = {}
        items: list[Woven] = []
        within = replace(self, listed="punkt")
        for step in steps(before, after, lambda one, other: True):
            gone = [block for n in step.old for block in old.items[n]]
            come = [block for n in step.new for block in new.items[n]]
            if step.standing is Standing.KEPT:
                items.append(within.inside(gone, come))
            else:
                items.append((within._whole(step, gone, come, moved),))
        block: RedlineBlock = ListBlock(new.ordered, new.start, tuple(items), new.place)
        if (old.ordered, old.start) == (new.ordered, new.start):
            return block
        number = self.record.add(Cause.STRUCTURE, Standing.CHANGED, spot, _sort(old), _sort(new))
        return Whole(Standing.CHANGED, Cause.STRUCTURE, number, (block,))


def _entered(chapter: Chapter, blocks: Blocks) -> Chapter:
    """The chapter that one is in after some blocks."""
    return next((chapter_of(block) for block in reversed(blocks) if isinstance(block, Heading)), chapter)


def _level(heading: Heading[DocumentLeaf]) -> str:
    return f"{heading.kind.value} rubrik, nivå {heading.level}"


def _sort(block: ListBlock[ReadBlock]) -> str:
    return f"numrerad lista från {block.start}" if block.ordered else "punktlista"
