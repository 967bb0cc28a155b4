"""Charts, text alternatives and tables' descriptions in an edited file."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from rapportbyggare.core.edited import EditedPicture, EditedTable
from rapportbyggare.diff import correction_remarks as remarks
from rapportbyggare.diff.alterations import DrawingAltered, SaidAltered
from rapportbyggare.diff.correction import Correction, Standing, What
from rapportbyggare.diff.edited_places import Places
from rapportbyggare.diff.edited_search import picture_of, table_of
from rapportbyggare.diff.folding import same
from rapportbyggare.passages.passage import Passage, PrintedKind

Images = tuple[frozenset[str], frozenset[str]]
NONE: Images = (frozenset(), frozenset())
Digests = Callable[[str], Images]
"""SHA-256 of a chart's images as they were and as they should be, by its block ("diagram:antal")."""
Alts = tuple[str, str]
Thing = EditedPicture | EditedTable | None
# As much as the Word file holds of a table's description.
LONGEST = 250


def corrected_drawing(one: DrawingAltered, places: Places, digests: Digests, alts: Alts) -> Correction:
    """A chart that is drawn otherwise; `alts` are its text alternatives, old and new."""
    block, name = one.passage.identity.block, _name(one.passage)
    picture = picture_of(places, block, *alts)
    return replace(_drawn(one, picture, digests(block) if picture else NONE, alts), drawn=tuple(_told(one, f"{name}, ")))


def _drawn(one: DrawingAltered, picture: EditedPicture | None, images: Images, alts: Alts) -> Correction:
    name = _name(one.passage)
    old, right = "den gamla bilden", "den nya bilden"
    if picture is None:
        return _made(Standing.LOST, What.PICTURE, one.passage, None, (old, "", right), remarks.picture_gone())
    remark = _not_exchanged(picture, images, alts, name)
    if not remark:
        said = "" if picture.digests & images[1] else remarks.other_picture()
        return _made(Standing.DONE, What.PICTURE, one.passage, picture, (old, right, right), said)
    return _made(Standing.TODO, What.PICTURE, one.passage, picture, (old, old, right), remark)


def _told(one: DrawingAltered, name: str) -> Iterator[tuple[str, str, str]]:
    for where, old, new in one.differences:
        yield where.removeprefix(name), old, new


def _not_exchanged(picture: EditedPicture, images: Images, alts: Alts, name: str) -> str:
    """What is to be done with a picture; "" when it is the new one, as far as can be seen.

    A program may have written the picture anew: then its text alternative tells.
    """
    before, after = images
    if picture.digests & after:
        return ""
    if picture.digests & before:
        return remarks.exchange_picture(name)
    if alts[0] == alts[1] or same(picture.alt, alts[1]):
        return ""
    return f"{remarks.exchange_picture(name)} {remarks.rewritten_picture()}"


def _name(passage: Passage) -> str:
    """ "figur 1", of "figur 1, rubriken"."""
    return passage.where.partition(",")[0]


def corrected_words(one: SaidAltered, places: Places) -> Correction:
    """A text alternative or a table's description."""
    block = one.passage.identity.block
    if one.passage.kind is PrintedKind.ALT:
        picture = picture_of(places, block, one.text, one.right)
        return _said(one, What.ALT, picture, picture.alt if picture else None, remarks.picture_gone())
    table = table_of(places, block)
    lacking = remarks.no_descriptions() if table else remarks.row_gone()
    return _said(one, What.DESCRIPTION, table, table.description if table else None, lacking)


def _said(one: SaidAltered, what: What, thing: Thing, said: str | None, lacking: str) -> Correction:
    if said is None:
        return _made(Standing.LOST, what, one.passage, thing, (one.text, "", one.right), lacking)
    if same(said, one.right) or same(said, one.right[:LONGEST]):
        return _made(Standing.DONE, what, one.passage, thing, (one.text, said, one.right))
    old = same(said, one.text) or same(said, one.text[:LONGEST])
    remark = "" if old else remarks.changed_by_someone(one.text)
    return _made(Standing.TODO, what, one.passage, thing, (one.text, said, one.right), remark)


def _made(
    standing: Standing, what: What, passage: Passage, thing: Thing, words: tuple[str, str, str], remark: str = ""
) -> Correction:
    where = _name(passage) if what is What.PICTURE else passage.where
    order, heading = (thing.order, thing.heading) if thing else (-1, passage.chapter.heading)
    old, stands, right = words
    return Correction(standing, what, order, heading, where, "", old, stands, right, remark)
