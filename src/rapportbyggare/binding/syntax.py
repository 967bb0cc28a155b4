"""Parses an expression, and says why one cannot be used."""

import re

from rapportbyggare.binding.recognise import recognise
from rapportbyggare.binding.things import Fault
from rapportbyggare.binding.tree import Node

LONGEST = 500
DEEPEST = 25
DIGITS = 15
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
PLAIN = re.compile(r"True|False|\d+(?:\.\d+)?")


def parse(source: str) -> Node:
    """The tree of an expression, as Jinja2 reads it; raises Fault with the author's message."""
    if len(source) > LONGEST:
        raise Fault("for-langt-uttryck", f"Uttrycket är längre än {LONGEST} tecken.", "", "Dela upp det i flera uttryck.")
    found = recognise(source)
    if found is None:
        from rapportbyggare.binding.jinja import parsed  # few reports need it, and it takes long to import

        found = parsed(source, DEEPEST + 1)
    if found is None:
        raise _unreadable(source)
    return found


def _unreadable(source: str) -> Fault:
    if not source:
        return Fault("tomt-uttryck", "Uttrycket är tomt.", "", "Skriv till exempel {{ antal_kkb() }}.")
    return Fault(
        "olasligt-uttryck",
        f"Uttrycket {{{{ {source} }}}} går inte att läsa.",
        "till exempel antal_kkb(ar, 'Berg') eller andel(a, b) | decimaler(0)",
        "Se efter att parenteser och citattecken går jämnt ut; citattecken skrivs ' eller \". "
        "Kör rapportbyggare uttryck för exempel.",
    )


def too_deep() -> Fault:
    """The fault of parts inside parts inside parts."""
    return Fault("for-djupt-uttryck", "Uttrycket har för många led i varandra.", "", "Dela upp det i flera uttryck.")


def check_constant(value: object) -> None:
    """A fault when a number is too long, or a text holds what cannot be seen."""
    if isinstance(value, int | float) and (len(str(value)) > DIGITS or not PLAIN.fullmatch(str(value))):
        raise forbidden(f"Tal med fler än {DIGITS} siffror, eller med exponent, kan inte användas i ett uttryck.")
    if isinstance(value, str) and HARMFUL.search(value):
        raise forbidden("Texten innehåller ett osynligt eller otillåtet tecken.")
    if value is None:
        raise forbidden("”none” kan inte användas i ett uttryck.")


def forbidden(message: str) -> Fault:
    """The fault of something that can be written but not used."""
    return Fault(
        "otillatet-uttryck",
        message,
        "namn, tal, text i citattecken, + − * /, jämförelser, and, or, not, if … else, funktioner och filter",
        "Kör rapportbyggare uttryck för att se vad som kan användas.",
    )
