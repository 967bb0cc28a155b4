"""The names a misspelt name may have meant."""

import re
from collections.abc import Iterable

_MANY = 300
_CUTOFF = 0.75  # looser, and a name that is simply unknown is likened to one it has nothing to do with
_KIND_OF_PLACE = re.compile(r"(?<=\S) (?:kommuns?|län)$")


def nearest(name: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Up to `limit` of `known` that are like `name`, the likeliest first.

    Case does not count; a place is known with and without "kommun" or "län" after its name.
    """
    folded = {one.casefold(): one for one in known}
    forms = {_bare(one): meant for one, meant in folded.items()} | folded
    wanted = name.casefold()
    found = [forms[match] for form in dict.fromkeys((wanted, _bare(wanted))) for match in _matches(form, forms, limit)]
    return tuple(dict.fromkeys(found))[:limit]


def _matches(wanted: str, forms: Iterable[str], limit: int) -> list[str]:
    from difflib import get_close_matches

    every = list(forms)
    candidates = every if len(every) < _MANY else [one for one in every if _alike(one, wanted)]
    return get_close_matches(wanted, candidates, limit, _CUTOFF)


def _bare(name: str) -> str:
    return _KIND_OF_PLACE.sub("", name)


def _alike(one: str, wanted: str) -> bool:
    """A cheap first look: of about the same length, with the same beginning or end."""
    return abs(len(one) - len(wanted)) < 3 and (one[:2] == wanted[:2] or one[-2:] == wanted[-2:])


def suggestion(name: str, known: Iterable[str]) -> str:
    """A Swedish question such as "Menade du ”Åre”?", or "" when no known name is like `name`."""
    quoted = [f"”{one}”" for one in nearest(name, known)]
    if not quoted:
        return ""
    lead = ", ".join(quoted[:-1])
    return f"Menade du {lead + ' eller ' if lead else ''}{quoted[-1]}?"
