"""Places in words: where printed things stand, joined as one would say them."""

from collections.abc import Iterable

from rapportbyggare.diff.changes import IN_PROSE, Spot
from rapportbyggare.passages.printed import PrintedThing
from rapportbyggare.typography.words import capitalise, join_words

Where = tuple[str, str]
"""What something stands in, and the spot in the sources ("" for a cell or a label, which its own words find)."""


def of_spot(spot: Spot) -> Where:
    """Where a change stands."""
    return spot.where, str(spot.place) if spot.kind in IN_PROSE else ""


def of_thing(thing: PrintedThing) -> Where:
    """Where a printed thing stands."""
    return thing.where, str(thing.place) if thing.kind in IN_PROSE else ""


def listed(places: Iterable[Where]) -> str:
    """Places as one says them: "kapitel 3 (sections/a.md:5:1, sections/a.md:7:1) och figur 2".

    Parted by semicolons where a place holds commas itself.
    """
    spots: dict[str, list[str]] = {}
    for words, spot in dict.fromkeys(places):
        spots.setdefault(words, []).extend([spot] if spot else [])
    said = [f"{words} ({', '.join(found)})" if found else words for words, found in spots.items()]
    return "; ".join(said) if any("," in words for words in said) else join_words(said)


def heading_of(spot: Spot) -> str:
    """A change's place as a heading, with the words of its chapter: "Kapitel 3, Regional statistik (sections/a.md:5:1)"."""
    words, place = of_spot(spot)
    chapter = spot.chapter
    words = f"{words}, {chapter.words}" if words == chapter.name and chapter.number else words
    return capitalise(f"{words} ({place})" if place else words)
