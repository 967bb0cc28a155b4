"""What an edition may be called: a folder name that means the same on every computer, and nothing else there."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from rapportbyggare.app import freeze_messages as messages
from rapportbyggare.app.edition_record import FOLDER
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem

NAME = re.compile(r"[0-9A-Za-zÅÄÖåäöÉéÜü][0-9A-Za-zÅÄÖåäöÉéÜü_-]{0,59}")
OTHERS = re.compile(r"[^0-9A-Za-zÅÄÖåäöÉéÜü_-]+")
DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", re.IGNORECASE)
MOMENT = re.compile(r"nu|(?:leverans[-_]?)?[0-9]+(?:-[0-9]+){0,2}", re.IGNORECASE)


def composed(name: str) -> str:
    """The name with å as one character."""
    return normalize("NFC", name)


def unfit(name: str, taken: Iterable[str]) -> Problem | None:
    """Why a new edition cannot have the name; `taken` are those there are, whose case does not count."""
    place = Place(f"{FOLDER}/{name}" if NAME.fullmatch(name) else FOLDER)
    if not NAME.fullmatch(name):
        return messages.no_name(place, name, _allowed(name))
    if DEVICE.fullmatch(name):
        return messages.device_name(place, name)
    if MOMENT.fullmatch(name):
        return messages.like_a_moment(place, name)
    there = next((one for one in taken if one.casefold() == name.casefold()), None)
    return messages.taken(place, name, there) if there is not None else None


def _allowed(name: str) -> str:
    """The nearest name that is allowed, or "" when nothing of it can be kept."""
    near = OTHERS.sub("-", name).strip("-_")[:60]
    return near if near and unfit(near, ()) is None else ""
