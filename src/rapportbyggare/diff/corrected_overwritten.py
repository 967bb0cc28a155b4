"""Figures that have not changed in the data, and that somebody has written over."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from rapportbyggare.diff import correction_remarks as remarks
from rapportbyggare.diff.alterations import Alteration, ValueAltered
from rapportbyggare.diff.corrected_judged import Stretch, has_digit, made_value, narrowed
from rapportbyggare.diff.corrected_values import at_anchor, by_words_of
from rapportbyggare.diff.correction import Correction, Standing
from rapportbyggare.diff.correction_forms import stands
from rapportbyggare.diff.edited_places import Places
from rapportbyggare.diff.edited_search import ALIKE, anchors_of, cell_of
from rapportbyggare.diff.folding import flat, holds, likeness, same, skeleton
from rapportbyggare.diff.rewritten import said_values
from rapportbyggare.passages.passage import Passage


def overwritten(
    before: Sequence[Passage], after: Sequence[Passage], altered: Iterable[Alteration], places: Places
) -> Iterator[Correction]:
    """Each figure of the file that is the same today and reads otherwise there; only a draft's anchors tell."""
    edition = places.file.edition
    if edition is None or not places.anchored:
        return
    was = dict(edition.values.values())
    values = [one for one in altered if isinstance(one, ValueAltered)]
    changed = {one.ident for one in values}
    kept = {_key(one) for one in _figures(after)} | {_key(one) for one in values}
    for one in _figures(before):
        if one.ident not in changed and same(was.get(one.ident, ""), one.text) and _key(one) in kept:
            for stretch in _exchanged(one, places):
                remark = remarks.overwritten(one.text, stretch.words)
                yield made_value(one, stretch, Standing.CHANGED, stretch.words, remark)


def _key(one: ValueAltered) -> Hashable:
    """What makes a figure the same one in both documents: its sentence, or its cell."""
    identity = one.old.identity
    cell = (identity.block, identity.item, one.old.row) if identity.part == "cell" else ()
    return cell, flat(one.before)


def _figures(passages: Iterable[Passage]) -> Iterator[ValueAltered]:
    for one in said_values(passages):
        value = one.value
        if value.figure is not None and value.ident and has_digit(value.text):
            yield one.altered(value.ident, value.text)


def _exchanged(one: ValueAltered, places: Places) -> Iterator[Stretch]:
    """Where another number stands in its stead."""
    anchored = anchors_of(places, one.ident)
    for text, anchor in anchored:
        if not same(text.text[anchor.start : anchor.end], one.text):
            stretch = at_anchor(one, text, anchor)
            if _is_other(one, stretch, places):
                yield stretch
    if not anchored and (found := _unanchored(one, places)) and _is_other(one, found, places):
        yield found


def _unanchored(one: ValueAltered, places: Places) -> Stretch | None:
    if one.old.identity.part == "cell":
        cell = cell_of(places, one.old)
        return Stretch(cell, 0, len(cell.text)) if cell else None
    found = by_words_of(one, places)
    found = narrowed(one, found) if found else None
    beside = found is not None and any(anchor.start < found.end and found.start < anchor.end for anchor in found.text.anchors)
    return None if found is None or beside or skeleton(found.words) != skeleton(one.text) else found


def _is_other(one: ValueAltered, stretch: Stretch, places: Places) -> bool:
    words, said, spot = stretch.words, stretch.sentence, stretch.text.cell
    if not has_digit(words) or any(
        same(one.text, each) or holds(each, one.text) or stands(each, one.text) for each in (words, said)
    ):
        return False
    if spot:
        return one.old.identity.part != "cell" or flat(spot.row_words) == flat(one.old.row)
    return not places.printed.says(stretch.text, said) and likeness(skeleton(said), skeleton(one.before)) >= ALIKE
