"""The notes that a printed value brings with it: that it is preliminary, that a comparison is uncertain or across a break."""

from collections.abc import Iterable

from rapportbyggare.binding.breaks import break_notes
from rapportbyggare.binding.marks import AutomaticNote, Marked
from rapportbyggare.binding.preliminary import preliminary_note
from rapportbyggare.binding.printing import Printed
from rapportbyggare.binding.reservations import reservation
from rapportbyggare.binding.scope import Scope
from rapportbyggare.core.figure import Doubt, DoubtKind, Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import Text

Pending = tuple[AutomaticNote, set[str]]
"""A note, and those of its kind that the text has marked."""


def is_plain(shown: Printed, scope: Scope) -> bool:
    """Whether there is nothing to tell of a printed value: neither notes nor claims."""
    figure = shown.figure
    final = figure is None or figure.status is not Status.PRELIMINARY
    return final and not (shown.weighed or shown.doubts or shown.broken or scope.breaks)


def notes_of(shown: Printed, scope: Scope, place: Place, own: Marked, breaks: bool) -> tuple[Pending, ...]:
    """The notes that a printed value needs, marked in its text or not, those of breaks if `breaks`.

    A reservation that says which figure is preliminary says it once and for all.
    """
    weighed = shown.weighed or ((shown.figure,) if shown.figure is not None else ())
    told = {
        fact for doubt in shown.doubts if doubt.reserved and doubt.kind is DoubtKind.STATUS for fact in (*doubt.new, *doubt.old)
    }
    preliminary = [one for one in weighed if one.status is Status.PRELIMINARY and not told.issuperset(one.facts)]
    across = break_notes(scope.breaks, weighed) if breaks and scope.breaks else ()
    if not (preliminary or shown.doubts or across):
        return ()
    found = [(preliminary_note(preliminary, scope, place), own.preliminary)] if preliminary else []
    found += [(AutomaticNote(note, (Text(note, place),)), own.preliminary) for note in across]
    return (*found, *((note, own.reservations) for note in reservations_of(shown.doubts, scope, place)))


def reservations_of(doubts: Iterable[Doubt], scope: Scope, place: Place) -> tuple[AutomaticNote, ...]:
    """The notes of uncertain comparisons that the author acknowledges, those that say the same once."""
    notes = (reservation(doubt, scope, place) for doubt in doubts if doubt.reserved)
    return tuple({note.key: note for note in notes}.values())
