"""Which indicator some words speak of, by the catalogue's own labels and definitions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from math import fsum
from typing import NamedTuple

from rapportbyggare.checks.stems import alike, stems_of
from rapportbyggare.core.dataset import Catalogue, Indicator, Measure
from rapportbyggare.core.figure import Unit

SORTS = frozenset(("antal", "andel", "belopp"))
"""Words for the sort of number, which the number's unit already tells."""
MISSED, TOLD, MARGIN, COVERED = 0.5, 0.25, 0.08, 0.7


class Meaning(NamedTuple):
    """One measure of an indicator: the stems of its label, of the measure's own label and of the definition."""

    indicator: Indicator
    measure: Measure
    label: frozenset[str]
    own: frozenset[str]
    told: frozenset[str]


class Scored(NamedTuple):
    """How well some words name a measure: `covered` is the part (0–1) of the label's weight that was said."""

    meaning: Meaning
    score: float
    covered: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The catalogue's words; `weight` is how much each tells one indicator from the others.

    `met` keeps which of its words each word of a text is alike: the same few thousand are asked for again and again.
    """

    meanings: tuple[Meaning, ...]
    weight: Mapping[str, float]
    told_weight: Mapping[str, float]
    words: frozenset[str]
    met: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def scored(self, stems: Set[str], units: Iterable[Unit]) -> list[Scored]:
        """The measures of these units that the words may speak of, best first."""
        said = self.said(stems)
        found = [self._score(one, stems, said) for one in self.meanings if one.measure.unit in units]
        return sorted((one for one in found if one.score > 0), key=lambda one: -one.score)

    def said(self, stems: Iterable[str]) -> frozenset[str]:
        """The catalogue's own words that some words are alike."""
        return frozenset[str]().union(*map(self._alike, stems))

    def _alike(self, stem: str) -> frozenset[str]:
        found = self.met.get(stem)
        if found is None:
            found = self.met[stem] = frozenset(one for one in self.words if alike(one, stem))
        return found

    def _score(self, meaning: Meaning, stems: Set[str], said: Set[str]) -> Scored:
        whole, got = self._sum(meaning.label), self._sum(meaning.label & said)
        own = len(meaning.own & said)
        told = fsum(self.told_weight[one] for one in meaning.told & stems)
        by_measure = 1.0 if own == len(meaning.own) > 1 else 0.0
        score = got - MISSED * (whole - got) * (1 - by_measure) + TOLD * told + 0.3 * min(own, 2)
        return Scored(meaning, score, max(got / whole if whole else 0.0, by_measure))

    def _sum(self, stems: Iterable[str]) -> float:
        """What words weigh together: the same in whatever order a set has them."""
        return fsum(self.weight[one] for one in stems)


def sure(scored: list[Scored]) -> Scored | None:
    """The measure that the words name without doubt, None when there is any."""
    best = scored[0] if scored else None
    if best is None or best.covered < COVERED:
        return None
    others = (one for one in scored if one.meaning.indicator.name != best.meaning.indicator.name)
    rival = next((one for one in others if not (best.covered == 1 and one.meaning.label < best.meaning.label)), None)
    return best if rival is None or best.score - rival.score >= MARGIN else None


def lexicon_of(catalogue: Catalogue, aliases: Mapping[str, tuple[str, ...]]) -> Lexicon:
    """The words of a catalogue."""
    indicators = tuple(catalogue.indicators.values())
    places = stems_of(" ".join(catalogue.areas))
    labels = {one.name: stems_of(one.label) - SORTS - places for one in indicators}
    told = {one.name: stems_of(f"{one.definition} {' '.join(aliases.get(one.name, ()))}") - SORTS - places for one in indicators}
    meanings = tuple(
        Meaning(one, measure, labels[one.name], _own(one, measure, labels[one.name]), told[one.name] - labels[one.name])
        for one in indicators
        for measure in one.measures
        if measure.derived is None
    )
    words = frozenset[str]().union(*(one.label | one.own for one in meanings))
    return Lexicon(meanings, _weights(labels.values()), _weights(told.values()), words)


def _own(indicator: Indicator, measure: Measure, label: frozenset[str]) -> frozenset[str]:
    """What tells a measure from its siblings of the same unit."""
    siblings = [one for one in indicator.measures if one.unit is measure.unit and one.name != measure.name]
    mine = stems_of(measure.label) - label
    return mine if siblings else mine - SORTS


def _weights(stems: Iterable[frozenset[str]]) -> dict[str, float]:
    counts = Counter(one for each in stems for one in each)
    return {one: 1 / count for one, count in counts.items()}
