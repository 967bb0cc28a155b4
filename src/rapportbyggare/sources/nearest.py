"""The names a misspelt name may have meant."""

from collections.abc import Iterable

_MANY = 300


def nearest(name: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Up to `limit` of `known` that are like `name`, the likeliest first; case does not count."""
    from difflib import get_close_matches

    wanted = name.casefold()
    folded = {one.casefold(): one for one in known}
    candidates = list(folded) if len(folded) < _MANY else [one for one in folded if _alike(one, wanted)]
    return tuple(folded[match] for match in get_close_matches(wanted, candidates, limit, 0.6))


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
