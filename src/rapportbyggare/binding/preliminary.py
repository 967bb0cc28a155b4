"""The note that a preliminary figure brings with it, written as an author would: its figures are bound like any other."""

import re
from collections.abc import Iterable

from rapportbyggare.binding.arithmetic import described
from rapportbyggare.binding.marks import AutomaticNote
from rapportbyggare.binding.scope import Scope
from rapportbyggare.core.figure import FactKey, Figure, Observation, Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import DraftInline, Expression, Text

BARE = "Preliminär uppgift."
BLANK = re.compile(r"\{(antal|uttag)\}")
FUNCTIONS = {"antal": "underlag", "uttag": "uttag"}


def preliminary_note(figures: Iterable[Figure], scope: Scope, place: Place) -> AutomaticNote:
    """The source's own pattern about what makes the figures preliminary; the bare words when several units do."""
    preliminary = _preliminary(figures, scope)
    notes = [_about(fact, observation, scope, place) for fact, observation in preliminary]
    areas = {(fact.year, fact.area) for fact, _ in preliminary}
    if len({note.key for note in notes}) == 1 and len(areas) == 1:
        return notes[0]
    return AutomaticNote(BARE, (Text(BARE, place),))


def _preliminary(figures: Iterable[Figure], scope: Scope) -> list[tuple[FactKey, Observation]]:
    facts = dict.fromkeys(fact for figure in figures for fact in figure.facts)
    found = ((fact, scope.dataset.observations.get(fact)) for fact in facts)
    return [(fact, one) for fact, one in found if one is not None and one.status is Status.PRELIMINARY]


def _about(fact: FactKey, observation: Observation, scope: Scope, place: Place) -> AutomaticNote:
    pattern = scope.dataset.catalogue.sources[observation.origin.source].base_note
    if not pattern or ("{antal}" in pattern and observation.base is None):
        return AutomaticNote(BARE, (Text(BARE, place),))
    said = {"antal": str(observation.base), "uttag": observation.origin.extract}
    key = BLANK.sub(lambda blank: said[blank[1]], pattern)
    return AutomaticNote(key, tuple(_part(part, fact, place) for part in BLANK.split(pattern) if part))


def _part(part: str, fact: FactKey, place: Place) -> DraftInline:
    return Expression(f"{FUNCTIONS[part]}({described(fact)})", place) if part in FUNCTIONS else Text(part, place)
