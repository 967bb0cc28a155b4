"""The list of all changes, chapter by chapter, with room to tick off and to write a note."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from rapportbyggare.core.blocks import Heading, Landscape
from rapportbyggare.core.compared import Change, Comparison, DeliveryLabel, RedlineBlock, Standing, Whole
from rapportbyggare.page.markup import HARD_SPACE, hidden, words
from rapportbyggare.page.pen import Pen
from rapportbyggare.page.signs import change_name, code, entry_name
from rapportbyggare.page.tally import counted_parts, parts_of
from rapportbyggare.page.telling import CAUSES, changes_counted, deliveries_of, delivery_words, what
from rapportbyggare.page.wording import new_words
from rapportbyggare.page.words_apart import words_apart

Known = Mapping[int, DeliveryLabel]
Moved = Mapping[int, str]
FEW = 30
WITHOUT = {
    "försättsblad": "Försättsbladet",
    "dokumentegenskap": "Rapporten som helhet",
    "omgivning": "Rapporten som helhet",
    "utseende": "Rapporten som helhet",
}
AHEAD = "Före den första rubriken"


def entries_html(comparison: Comparison, pen: Pen) -> str:
    """Every change with its cause, its words before and after and its place in the sources.

    To be written after the report itself: what has no place there is led to here.
    """
    if comparison.same:
        return ""
    known, moved = deliveries_of(comparison), dict(_moved(block for one in comparison.sections for block in one.blocks))
    opened = " open" if len(comparison.changes) <= FEW else ""
    groups = [(chapter, list(changes)) for chapter, changes in groupby(comparison.changes, key=_chapter_of)]
    parts = "".join(_chapter(chapter, changes, opened, known, moved, pen) for chapter, changes in groups)
    return f'<section aria-labelledby="lista"><h2 id="lista">Alla ändringar</h2>{parts}</section>'


def _moved(blocks: Iterable[RedlineBlock]) -> Iterator[tuple[int, str]]:
    """Each section that was moved, by the number of its change: its heading, and how much it holds."""
    for block in blocks:
        match block:
            case Whole(
                Standing.MOVED_HERE,
                change=number,
                blocks=(Heading(content=title) | Whole(blocks=(Heading(content=title),)), _, *_) as inside,
            ):
                parts = ", ".join(f"{count}{HARD_SPACE}{name}" for count, name in counted_parts(parts_of(inside)))
                yield number, words(f"{new_words(title)} ({parts})")
            case Landscape(inside):
                yield from _moved(inside)
            case _:
                pass


def _chapter_of(change: Change) -> str:
    return change.chapter or WITHOUT.get(change.kind, AHEAD)


def _chapter(chapter: str, changes: Iterable[Change], opened: str, known: Known, moved: Moved, pen: Pen) -> str:
    entries = [_entry(change, known, moved, pen) for change in changes]
    title = f'<h3>{words(chapter)}</h3> <span class="dampad">{changes_counted(len(entries))}</span>'
    return f'<details class="kapitel"{opened}><summary>{title}</summary><ol>{"".join(entries)}</ol></details>'


def _entry(change: Change, known: Known, moved: Moved, pen: Pen) -> str:
    number, own = change.number, code(change.cause, change.number)
    placeless = pen.claim(change_name(number))
    lead = f'<span class="nr">{own}</span>' if placeless else f'<a class="nr" href="#{change_name(number)}">{own}</a>'
    kind = f' <span class="dampad slag">{words(what(change))}</span>' if what(change) else ""
    head = f"{lead} <b>{words(change.where)}</b>{kind}"
    said = moved.get(number) or words_apart(change.old, change.new)
    inside = f'<p class="huvud">{head}</p><p class="byte">{said}</p>{_basis(change, known)}'
    attributes = f'id="{entry_name(number)}" data-post="{number}" data-kod="{own}" data-orsak="{change.cause.value}"'
    return f"<li {attributes}><span{placeless}></span>{inside}{_ticks(number, own)}</li>"


def _basis(change: Change, known: Known) -> str:
    """The cause, and the place in the sources."""
    deliveries = "; ".join(delivery_words(known.get(one, DeliveryLabel(one, ""))) for one in change.deliveries)
    cause = f"{CAUSES[change.cause]}: {deliveries}" if deliveries else CAUSES[change.cause]
    place = str(change.place) or str(change.old_place)
    spot = f' <span class="stalle">{words(place)}</span>' if place else ""
    return f'<p class="dampad grund"><span class="orsak">{words(cause)}</span>{spot}</p>'


def _ticks(number: int, own: str) -> str:
    said = hidden(f" av {own}")
    tick = f'<label><input type="checkbox" class="klar" id="klar-{number}"> Avprickad{said}</label>'
    note = f'<label>Anteckning{said} <input type="text" class="anteckning" id="anteckning-{number}"></label>'
    return f'<p class="bocka bara-js">{tick} {note}</p>'
