"""Indicators that are not to be compared: `jamfors_inte_med`."""

from collections.abc import Collection

from rapportbyggare.data import catalogue_messages as messages
from rapportbyggare.sources.nearest import suggestion
from rapportbyggare.sources.toml import Fields

KEY = "jamfors_inte_med"


def read_unlike(indicator: Fields, known: Collection[str]) -> tuple[str, ...]:
    """The indicators of another definition than this one; `known` are the ids of all."""
    names = indicator.texts(KEY, ())
    for number, name in enumerate(names):
        if name not in known:
            place = indicator.value_place(KEY, number)
            indicator.report(messages.unknown_unlike(place, name, suggestion(name, known)))
    return tuple(name for name in names if name in known)
