"""What the signs and words between values do: + − * /, comparisons, `in`."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from rapportbyggare.binding.arithmetic import add, compared, divide, figure_of, plain_number
from rapportbyggare.binding.things import Count, Fault, Items, Thing, Unmarked, Verdict, Words, Year, kind_of
from rapportbyggare.core.figure import Figure

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "lteq": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "gteq": lambda a, b: a >= b,
}


def truth(thing: Thing) -> bool:
    """Whether a condition holds; a list holds when it has members."""
    match thing:
        case bool():
            return thing
        case Verdict():
            return thing.holds
        case Items():
            return bool(thing.members)
        case _:
            raise Fault(
                "inget-villkor",
                f"Här behövs ett villkor, men det står {kind_of(thing)}.",
                "en jämförelse, finns(…) eller en lista",
                "Jämför med något, till exempel antal_kkb(ar) > antal_kkb(ar - 1), eller skriv finns(…).",
            )


def operate(sign: str, left: Thing, right: Thing) -> Thing:
    """Two things with `+`, `-`, `*` or `/` between them."""
    left, right = _plain_count(left), _plain_count(right)
    if sign in "*/":
        left, right = _unyeared(left), _unyeared(right)
    match left, right:
        case ((Figure() | Unmarked()), (Figure() | Unmarked())):
            return _figures(sign, figure_of(left, "Räkning"), figure_of(right, "Räkning"))
        case ((Figure() | Unmarked()), Decimal()) if sign in "*/":
            return _scaled(sign, figure_of(left, "Räkning"), right)
        case Decimal(), (Figure() | Unmarked()) if sign == "*":
            return _scaled(sign, figure_of(right, "Räkning"), left)
        case Year(), Decimal() if sign in "+-" and right == int(right):
            return Year(left.number + int(right) * (1 if sign == "+" else -1))
        case Decimal(), Year() if sign == "+" and left == int(left):
            return Year(right.number + int(left))
        case ((Year() | Decimal()), (Year() | Decimal())):
            return _plain(sign, plain_number(left), plain_number(right))
        case _:
            raise Fault(
                "oraknelig",
                f"Det går inte att räkna med {kind_of(left)} och {kind_of(right)} på det här sättet.",
                "två uppgifter med samma enhet, eller en uppgift och ett tal med * eller /",
                "Rätta uttrycket; ord sätts ihop genom att skrivas efter varandra i texten.",
            )


def _figures(sign: str, left: Figure, right: Figure) -> Figure:
    match sign:
        case "+":
            return add(left, right, 1)
        case "-":
            return add(left, right, -1)
        case "/":
            return divide(left, right)
        case _:
            raise Fault("oraknelig", "Två uppgifter kan inte multipliceras med varandra.", "+, − eller /", "Rätta uttrycket.")


def _plain_count(thing: Thing) -> Thing:
    return Decimal(thing.number) if isinstance(thing, Count) else thing


def _unyeared(thing: Thing) -> Thing:
    return Decimal(thing.number) if isinstance(thing, Year) else thing


def _scaled(sign: str, figure: Figure, factor: Decimal) -> Figure:
    return figure._replace(key=None, amount=None if figure.amount is None else _plain(sign, figure.amount, factor))


def _plain(sign: str, left: Decimal, right: Decimal) -> Decimal:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _ if right:
            return left / right
        case _:
            raise Fault("division-med-noll", "Nämnaren är noll.", "ett tal skilt från noll", "Rätta uttrycket.")


def holds(operator: str, left: Thing, right: Thing) -> bool:
    """Whether a comparison holds; `operator` is Jinja2's word for it."""
    if operator in ("in", "notin"):
        if not isinstance(right, Items):
            raise Fault("fel-slags-varde", "Efter in ska det stå en lista.", "'Berg' in okade(…)", "Skriv en lista efter in.")
        return any(_same(left, member) for member in right.members) == (operator == "in")
    return COMPARISONS[operator](*compared(left, right))


def _same(left: Thing, member: Thing) -> bool:
    match left, member:
        case Words(), Words():
            return left.text == member.text
        case ((Year() | Decimal()), (Year() | Decimal())):
            return plain_number(left) == plain_number(member)
        case _:
            raise Fault(
                "fel-slags-varde",
                f"Det går inte att leta efter {kind_of(left)} i en lista med {kind_of(member)}.",
                "en text i en lista av namn, eller ett år i en lista av år",
                "Skriv till exempel 'Berg' in okade(antal_kkb, ar, ar - 1).",
            )
