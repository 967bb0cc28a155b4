"""Withdrawals: rows of the index that take a delivery out of use from their date on."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapportbyggare.core.place import Place
from rapportbyggare.data import withdrawal_messages as messages
from rapportbyggare.data.faults import Faults


class Withdrawal(NamedTuple):
    """A row that withdraws `delivery` at the date `received`. The places are the cells of the row."""

    number: int
    source: str
    received: str
    delivery: int
    reason: str
    place: Place
    source_place: Place
    received_place: Place


class Withdrawable(NamedTuple):
    """What a withdrawal must agree with: the delivery's number, source and day of intake."""

    number: int
    source: str
    received: str


def acting(withdrawals: Iterable[Withdrawal], deliveries: Iterable[Withdrawable], faults: Faults) -> dict[int, Withdrawal]:
    """The withdrawals that can be, by the number of the delivery they withdraw; the others are reported."""
    rows = sorted(withdrawals, key=lambda one: one.number)
    known = {one.number: one for one in deliveries}
    own = {one.number for one in rows}
    found: dict[int, Withdrawal] = {}
    for one in rows:
        if _is_possible(one, known, own, faults):
            first = found.setdefault(one.delivery, one)
            if first is not one:
                faults.add(messages.withdrawn_twice, one.place, one.delivery, first.number, first.received)
    return found


def _is_possible(one: Withdrawal, known: Mapping[int, Withdrawable], own: set[int], faults: Faults) -> bool:
    delivery = known.get(one.delivery)
    before = faults.count
    if one.delivery in own:
        faults.add(messages.of_a_withdrawal, one.place, one.delivery)
    elif delivery is None:
        faults.add(messages.of_unknown, one.place, one.delivery, known)
    elif one.source != delivery.source:
        faults.add(messages.other_source, one.source_place, one.source, delivery.number, delivery.source)
    elif (one.received, one.number) < (delivery.received, delivery.number):
        faults.add(messages.before_intake, one.received_place, one.received, delivery.number, delivery.received)
    return faults.count == before
