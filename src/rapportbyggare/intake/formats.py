"""What a cell's number format says of its number: that it is a date, that it is shown in percent."""

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


class NumberFormat(Enum):
    """What a number format makes of a number.

    `SCALED` shows it in thousands or millions, and holds it whole. `MIXED` shows some numbers so, or in percent, and others not.
    """

    PLAIN = ""
    PERCENT = "procent"
    DATE = "datum"
    SCALED = "tusental"
    MIXED = "olika"


_BUILT_IN = {
    **dict.fromkeys((9, 10), NumberFormat.PERCENT),
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), NumberFormat.DATE),
}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE = re.compile(r"[dmyhs]", re.IGNORECASE)
_CONDITION = re.compile(r"\[[<>=]")
_DIGIT = re.compile(r"[0#?]")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")


def formats_of(styles: "_Element") -> tuple[NumberFormat, ...]:
    """The number format of each cell style, in order."""
    own = {item.get("numFmtId", ""): meaning(item.get("formatCode", "")) for item in styles.iter("{*}numFmt")}
    styled = (item for styles in styles.iter("{*}cellXfs") for item in styles.iter("{*}xf"))
    return tuple(_format(item.get("numFmtId", "0"), own) for item in styled)


def meaning(code: str) -> NumberFormat:
    """What a format code means; it is stored as in English whatever the language of Excel: "0.0%", "yyyy\\-mm\\-dd"."""
    sections = _LITERAL.sub("", code).split(";")
    # Without conditions the sections are for numbers above zero, below it, zero itself and text: zero is zero in any format.
    numbers = sections[:3] if _CONDITION.search(code) else sections[:2]
    meant = dict.fromkeys(_section(one) for one in numbers if _DIGIT.search(one))
    return NumberFormat.MIXED if len(meant) > 1 else _section(sections[0])


def _section(bare: str) -> NumberFormat:
    """What one section of a format code means, without what it shows as it stands."""
    if "%" in bare:
        return NumberFormat.PERCENT
    if _DATE.search(bare.replace("General", "").replace("E+", "").replace("E-", "")):
        return NumberFormat.DATE
    return NumberFormat.SCALED if _SCALED.search(bare) else NumberFormat.PLAIN


def _format(ident: str, own: dict[str, NumberFormat]) -> NumberFormat:
    return own.get(ident) or _BUILT_IN.get(int(ident), NumberFormat.PLAIN)
