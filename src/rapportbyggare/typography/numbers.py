"""Numbers as Swedish text, and back: rounded once, half away from zero, in decimal arithmetic."""

import re
from collections.abc import Callable
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from functools import cache

from rapportbyggare.core.figure import Format, Unit
from rapportbyggare.typography.words import SMALL_NUMBERS

HARD_SPACE = "\u00a0"
MINUS = "\u2212"

_UNITS = {
    Unit.COUNT: "",
    Unit.PIECES: "st",
    Unit.PERCENT: "%",
    Unit.POINTS: "procentenheter",
    Unit.KRONOR: "kr",
    Unit.INDEX: "",
}
_UNITS_IN_WORDS = {Unit.PIECES: "", Unit.PERCENT: "procent", Unit.KRONOR: "kronor"}
_ONE_IN_WORDS = {Unit.PERCENT: "en procent", Unit.POINTS: "en procentenhet", Unit.KRONOR: "en krona"}
_SCALES = {3: "tkr", 6: "mnkr", 9: "mdkr"}
_SCALES_IN_WORDS = {3: "tusen", 6: "miljoner", 9: "miljarder"}
_DIGITS = 50
_EVERYDAY = Context(prec=2 * _DIGITS, Emin=MIN_EMIN, Emax=MAX_EMAX)
"""For amounts of ordinary size; making a context of its own for each costs more than the rounding."""
_NUMBER = re.compile(
    r"(?P<sign>[+±\u2212-]?)"
    r"(?P<whole>0|[1-9][0-9]{0,2}(?:(?P<gap>[ \u00a0\u202f])[0-9]{3}(?:(?P=gap)[0-9]{3})*)?|[1-9][0-9]*)"
    r"(?:,(?P<part>[0-9]+))?"
)


def round_half_up(amount: Decimal, decimals: int) -> Decimal:
    """`amount` with `decimals` decimals, halves away from zero (4,35 → 4,4); never a negative zero."""
    context = _EVERYDAY if amount.adjusted() + decimals < _DIGITS and decimals <= _DIGITS else _exact(amount, decimals)
    rounded = amount.quantize(_exponent(decimals), ROUND_HALF_UP, context)
    return rounded if rounded else rounded.copy_abs()


def write_amount(amount: Decimal, form: Format, thousands: str = HARD_SPACE) -> str:
    """The amount as it is printed: "1 341", "−0,2 procentenheter", "830 tkr", "åtta".

    `amount` is unrounded and in the unit itself (kronor, percent), `thousands` the character between groups.
    """
    rounded = _scaled(amount, form)
    if form.words and not form.signed and _is_small(rounded):
        return _in_words(int(rounded), form)
    unit = _unit(rounded, form)
    number = _sign(rounded, form.signed) + _digits(rounded.copy_abs(), thousands)
    return f"{number}{HARD_SPACE}{unit}" if unit else number


def amount_writer(form: Format, thousands: str = HARD_SPACE) -> Callable[[Decimal], str]:
    """`write_amount` for many amounts in one form: what they have in common is worked out once."""
    unit = _unit(Decimal(0), form)
    ending = f"{HARD_SPACE}{unit}" if unit else ""
    of_number = form.unit is Unit.POINTS or form.scale or form.words or form.signed  # the rest depends on each number

    def write(amount: Decimal) -> str:
        text = str(amount)
        if of_number or form.decimals or not text.isdigit():
            return write_amount(amount, form, thousands)
        return (text if len(text) < 4 else f"{int(text):,}".replace(",", thousands)) + ending

    return write


def write_plain(amount: Decimal, decimals: int, thousands: str = HARD_SPACE) -> str:
    """The number alone, without unit."""
    rounded = round_half_up(amount, decimals)
    return _sign(rounded, signed=False) + _digits(rounded.copy_abs(), thousands)


def parse_number(text: str) -> Decimal | None:
    """The number that `text` is in strict Swedish ("1 341", "−0,2"), exactly; None for anything else.

    Groups are of three and parted by one kind of space; a decimal point, a unit or a leading zero is refused.
    """
    if text.isascii() and text.isdigit() and text[0] != "0":  # most cells; saves half the time of a large delivery
        return Decimal(text)
    match = _NUMBER.fullmatch(text.strip())
    if not match:
        return None
    sign, whole, gap, part = match.group("sign", "whole", "gap", "part")
    digits = whole.replace(gap, "") if gap else whole
    number = Decimal(f"{digits}.{part}" if part else digits)
    return number.copy_negate() if sign in ("-", MINUS) and number else number


def _scaled(amount: Decimal, form: Format) -> Decimal:
    exact = amount.scaleb(-form.scale, _exact(amount, 0)) if form.scale else amount
    return round_half_up(exact, form.decimals)


@cache
def _exponent(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def _exact(amount: Decimal, decimals: int) -> Context:
    """A context wide enough for nothing to be rounded on the way."""
    digits = len(amount.as_tuple().digits)
    precision = max(amount.adjusted(), 0) + digits + decimals + 2
    return Context(prec=precision, Emin=MIN_EMIN, Emax=MAX_EMAX)


def _digits(amount: Decimal, thousands: str) -> str:
    return f"{amount:,f}".replace(",", thousands).replace(".", ",")


def _sign(rounded: Decimal, signed: bool) -> str:
    if rounded < 0:
        return MINUS
    if not signed:
        return ""
    return "+" if rounded else "±"


def _unit(rounded: Decimal, form: Format) -> str:
    if form.unit_text is not None:
        return form.unit_text
    if form.scale:
        return _SCALES[form.scale] if form.unit is Unit.KRONOR else _scale_in_words(form)
    one = form.unit is Unit.POINTS and form.decimals == 0 and abs(rounded) == 1
    return "procentenhet" if one else _UNITS[form.unit]


def _scale_in_words(form: Format) -> str:
    unit = _UNITS[form.unit]
    return _SCALES_IN_WORDS[form.scale] + (HARD_SPACE + unit if unit else "")


def _is_small(rounded: Decimal) -> bool:
    return rounded == rounded.to_integral_value() and 0 <= rounded < len(SMALL_NUMBERS)


def _in_words(number: int, form: Format) -> str:
    own = form.unit_text is None
    if own and not form.scale and number == 1 and form.unit in _ONE_IN_WORDS:
        return _ONE_IN_WORDS[form.unit].replace(" ", HARD_SPACE)
    unit = _unit(Decimal(number), form) if form.scale or not own else _UNITS_IN_WORDS.get(form.unit, _UNITS[form.unit])
    return SMALL_NUMBERS[number] + (HARD_SPACE + unit if unit else "")
