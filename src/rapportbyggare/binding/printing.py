"""A thing becomes the text on the page, through the one formatter."""

from decimal import Decimal
from typing import NamedTuple

from rapportbyggare.binding.arithmetic import missing
from rapportbyggare.binding.scope import Scope
from rapportbyggare.binding.things import BrokenClaim, Count, Fault, Items, Rank, Thing, Unmarked, Verdict, Words, Year, kind_of
from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.figure import Doubt, Figure
from rapportbyggare.typography.numbers import write_amount, write_plain

MOST_DECIMALS = 4


class Printed(NamedTuple):
    """What is printed, the figure it is (None for words), the figures it rests on, and whether it brings its notes.

    `weighed` are the figures whose values chose a word, `doubts` the uncertain comparisons behind it, `broken` its claims that
    do not hold.
    """

    text: str
    figure: Figure | None
    facts: tuple[Figure, ...]
    marked: bool = True
    weighed: tuple[Figure, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    broken: tuple[BrokenClaim, ...] = ()


def printed(thing: Thing, scope: Scope) -> Printed:
    """The thing as text; a figure without amount, a condition or a list is a fault."""
    match thing:
        case Figure():
            return Printed(_amount(thing, scope), thing, (thing,), doubts=thing.doubts)
        case Unmarked():
            return Printed(_amount(thing.figure, scope), thing.figure, (thing.figure,), False, doubts=thing.figure.doubts)
        case Words():
            return Printed(thing.text, thing.figure, thing.facts, thing.marked, thing.weighed, thing.doubts, thing.broken)
        case Year():
            return Printed(str(thing.number), None, ())
        case Rank():
            return Printed(str(thing.number), None, thing.facts, weighed=thing.facts, doubts=thing.doubts)
        case Count():
            return Printed(str(thing.number), None, thing.facts, weighed=thing.facts, doubts=thing.doubts)
        case Decimal():
            return Printed(
                write_plain(thing, min(MOST_DECIMALS, max(0, -int(thing.as_tuple().exponent))), scope.thousands), None, ()
            )
        case _:
            raise _unprintable(thing)


def _amount(figure: Figure, scope: Scope) -> str:
    if figure.amount is None:
        raise missing(figure)
    return write_amount(figure.amount, figure.form, scope.thousands)


def status_text(figure: Figure, scope: Scope, symbols: bool) -> str:
    """How a figure without amount is written in a table: "Mäts 2026", "Ingen statistik", or a symbol."""
    words = scope.dataset.catalogue.statuses[figure.status]
    if symbols and words.symbol:
        return words.symbol
    return words.text.replace("{ar}", str(figure.measured or ""))


def _unprintable(thing: Thing) -> Fault:
    conditional = "Använd villkoret så här: {{ 'ord' if villkor else 'andra ord' }}."
    remedy: dict[type, str] = {
        Indicator: "Skriv parentes efter namnet, till exempel antal_kkb().",
        Items: "Skriv listan med | uppraknat, eller en {% for %}-slinga.",
        bool: conditional,
        Verdict: conditional,
    }
    return Fault(
        "inte-skrivbart",
        f"Uttrycket ger {kind_of(thing)}, som inte kan skrivas ut som det är.",
        "ett tal, ett år eller en text",
        remedy.get(type(thing), "Välj ett fält, till exempel rapport.titel."),
    )
