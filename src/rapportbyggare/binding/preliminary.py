"""The note that a preliminary figure brings with it, written as an author would: its figures are bound like any other."""

import re
from dataclasses import dataclass

from rapportbyggare.binding.arithmetic import described
from rapportbyggare.binding.scope import Scope
from rapportbyggare.core.figure import FactKey, Figure, Observation, Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import DraftInline, DraftText, Expression, Text

BARE = "Preliminär uppgift."
BLANK = re.compile(r"\{(antal|uttag)\}")
FUNCTIONS = {"antal": "underlag", "uttag": "uttag"}


@dataclass(frozen=True, slots=True)
class PreliminaryNote:
    """A note and what tells it from others: figures whose notes say the same share one."""

    key: str
    content: DraftText


def preliminary_note(figure: Figure, scope: Scope, place: Place) -> PreliminaryNote:
    """The source's own pattern about what makes the figure preliminary; the bare words when several units do."""
    notes = [_about(fact, observation, scope, place) for fact, observation in _preliminary(figure, scope)]
    areas = {(fact.year, fact.area) for fact, _ in _preliminary(figure, scope)}
    if len({note.key for note in notes}) == 1 and len(areas) == 1:
        return notes[0]
    return PreliminaryNote(BARE, (Text(BARE, place),))


def _preliminary(figure: Figure, scope: Scope) -> list[tuple[FactKey, Observation]]:
    found = ((fact, scope.dataset.observations.get(fact)) for fact in figure.facts)
    return [(fact, one) for fact, one in found if one is not None and one.status is Status.PRELIMINARY]


def _about(fact: FactKey, observation: Observation, scope: Scope, place: Place) -> PreliminaryNote:
    pattern = scope.dataset.catalogue.sources[observation.origin.source].base_note
    if not pattern or ("{antal}" in pattern and observation.base is None):
        return PreliminaryNote(BARE, (Text(BARE, place),))
    said = {"antal": str(observation.base), "uttag": observation.origin.extract}
    key = BLANK.sub(lambda blank: said[blank[1]], pattern)
    return PreliminaryNote(key, tuple(_part(part, fact, place) for part in BLANK.split(pattern) if part))


def _part(part: str, fact: FactKey, place: Place) -> DraftInline:
    return Expression(f"{FUNCTIONS[part]}({described(fact)})", place) if part in FUNCTIONS else Text(part, place)
