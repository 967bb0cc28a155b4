import tracemalloc

import pytest

from rapportbyggare.binding.evaluate import read
from rapportbyggare.binding.syntax import DEEPEST, LONGEST
from rapportbyggare.binding.things import Fault
from tests.small import fault, shown

FORBIDDEN = {
    "2 ** 3": "**",
    "7 // 2": "//",
    "7 % 2": "%",
    "'a' ~ 'b'": "~",
    "kommuner[0]": "[…]",
    "kommuner[0:1]": "[…]",
    "ar is defined": "is",
    "ar is not none": "is",
    "{'a': 1}": "{…}",
    "(1, 2)": "(…, …)",
    "()": "(…, …)",
    "+ar": "+",
    "none": "none",
    "'x'.upper()": "anropas",
    "rapport.titel()": "anropas",
    "foretag()()": "anropas",
    "summa(*kommuner)": "Stjärnor",
    "summa(**rapport)": "Stjärnor",
    "kommuner | uppraknat(*kommuner)": "Stjärnor",
    "1234567890123456": "15 siffror",
    "0.1234567890123456": "15 siffror",
    "1e999": "exponent",
    "0.00000001": "exponent",
}
HOSTILE = [
    "'x' * 10**9",
    "10**(10**8)",
    "lan|center(999999999)",
    "'x' * 999999999999999",
    "999999999999999 * 999999999999999 * 999999999999999 * 999999999999999",
    "aren(1000, 9999)",
    "''.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "lan.format(lan)",
    "'{0.__class__}'.format(lan)",
    "cycler.__init__.__globals__",
    "self._TemplateReference__context",
    "lipsum(999999999)",
    "range(999999999)|list",
    "kommuner|join('x'*99999)",
    "'%0999999999d' % 1",
    "(" * 240 + "1" + ")" * 240,
    "not " * 120 + "true",
    "-" * 480 + "1",
    "[" * 240 + "]" * 240,
    "1" + "+1" * 240,
    "a" + ".a" * 240,
    "a" + "|ord" * 120,
    "1 if 1 else " * 40 + "1",
    "x" * 10_000,
    "9" * 10_000,
    "(" * 10_000,
    "'" * 499,
    "{" * 499,
]


@pytest.mark.parametrize(("source", "said"), FORBIDDEN.items())
def test_what_is_not_on_the_list_is_refused(source: str, said: str) -> None:
    found = fault(source)
    assert found.code in ("otillatet-uttryck", "olasligt-uttryck")
    assert said in found.message or found.code == "olasligt-uttryck"


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source[:30])
def test_hostile_expressions_cost_nothing(source: str) -> None:
    tracemalloc.start()
    try:
        assert len(shown(source)) < 200
    except Fault as found:
        assert found.message
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 20_000_000


@pytest.mark.parametrize(
    "source",
    ["", "a b", "a,", "a }", "a)", "'", "a.", "a|", "{% if %}", "a\nb", "å ä", "1 2", "$", "\x00", "foretag(ar=1=2)"],
)
def test_what_is_no_expression_is_said_in_swedish(source: str) -> None:
    assert fault(source).code in ("olasligt-uttryck", "tomt-uttryck")


def test_length_and_depth() -> None:
    assert fault("1 + " * (LONGEST // 4) + "1").code in ("for-djupt-uttryck", "for-langt-uttryck")
    assert fault("'" + "a" * LONGEST + "'").code == "for-langt-uttryck"
    assert shown("1" + " + 1" * (DEEPEST - 1)) == str(DEEPEST)
    assert fault("1" + " + 1" * (DEEPEST + 1)).code == "for-djupt-uttryck"


def test_what_has_been_read_is_kept() -> None:
    assert read("ar - 1") is read("ar - 1")
