"""Facts as they are read out of a file, each once."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapportbyggare.core.delivered import Remark
from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.number_messages import shown


@dataclass(frozen=True, slots=True)
class Extract:
    """Which extract a file's facts belong to: the source's id and the day or month it was read ("" when not said)."""

    source: str
    date: str


def once(observations: Iterable[Observation], findings: Findings) -> tuple[Observation, ...]:
    """Each fact's first observation; the same again is remarked, another value for it is a problem."""
    first: dict[FactKey, Observation] = {}
    for one in observations:
        known = first.setdefault(one.key, one)
        if known is one:
            continue
        if _says(known) == _says(one):
            findings.remark(twice, one, known)
        else:
            findings.refuse(contradicted, one, known)
    return tuple(first.values())


def named(key: FactKey) -> str:
    """A fact's name in a message: "antal_kkb, antal, 2025, Berg"."""
    return ", ".join(str(part) for part in key if part)


def twice(one: Observation, known: Observation) -> Remark:
    """The same fact again with the same value."""
    return Remark(f"Uppgiften {named(one.key)} står två gånger med samma värde (först i {known.origin.cell}).", one.origin.place)


def contradicted(one: Observation, known: Observation) -> Problem:
    """The same fact again with another value."""
    return Problem(
        "olika-varden",
        one.origin.place,
        f"Uppgiften {named(one.key)} är {_told(one)} i {one.origin.cell} men {_told(known)} i {known.origin.cell}.",
        "ett enda värde för varje uppgift",
        f"Ta bort eller rätta {one.origin.cell} eller {known.origin.cell} i filen, och ta emot den igen.",
    )


def _says(one: Observation) -> tuple[object, ...]:
    return one.amount, one.status, one.measured, one.base


def _told(one: Observation) -> str:
    if one.amount is None:
        return f"”{one.status.value}”"
    base = f" (underlag {one.base})" if one.base is not None else ""
    return f"{shown(one.amount)}, {one.status.value}{base}"
