"""A value of the wrong kind as it would be written were it of the right one."""

import re
from collections.abc import Callable

_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_FLAGS = {"true": "true", "ja": "true", "false": "false", "nej": "false"}
_LONGEST = 200

Writer = Callable[[object], str | None]


def as_whole(value: object) -> str | None:
    """The whole number a text or a decimal holds, as TOML; None when it holds none."""
    match value:
        case str() if _WHOLE.fullmatch(value.strip()):
            return str(int(value))
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return None


def as_number(value: object) -> str | None:
    """The number a text holds, as TOML; also one with a decimal comma."""
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        whole, point, decimals = value.strip().replace(",", ".").partition(".")
        return f"{'-' if whole.startswith('-') else ''}{int(whole.lstrip('+-'))}{point}{decimals}"
    return None


def as_flag(value: object) -> str | None:
    """The true or false a text holds, as TOML."""
    return _FLAGS.get(value.strip().casefold()) if isinstance(value, str) else None


def as_text(value: object) -> str | None:
    """A number or a list as a TOML text; a list's text is an expression that gives the same list."""
    match value:
        case bool():
            return quoted(str(value).lower())
        case int() | float():
            return quoted(str(value))
        case list() if value and all(isinstance(one, str | int | float) for one in value):
            return _short(quoted(repr(value)))
        case _:
            return None


def as_joined(value: object) -> str | None:
    """A list of texts as one TOML text, for a reader."""
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return _short(quoted(", ".join(value)))
    return None


def as_texts(value: object) -> str | None:
    """A list of texts out of a list of texts and numbers, or out of one text or number."""
    return _listed([quoted(one) if isinstance(one, str) else as_text(one) for one in _items(value)])


def as_numbers(value: object) -> str | None:
    """A list of numbers out of a list of numbers and texts that hold one, or out of one of them."""
    return _listed([str(one) if _is_number(one) else as_number(one) for one in _items(value)])


def nothing(value: object) -> str | None:
    """No way to write it."""
    return None


def quoted(text: str) -> str:
    """A text as TOML writes it on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _items(value: object) -> list[object]:
    """The items of a list; of one in a list, which cannot be written, nothing."""
    items = value if isinstance(value, list) else [value]
    return [None if isinstance(one, list) else one for one in items]


def _is_number(one: object) -> bool:
    return isinstance(one, int | float) and not isinstance(one, bool)


def _listed(items: list[str | None]) -> str | None:
    known = [one for one in items if one is not None]
    return _short(f"[{', '.join(known)}]") if len(known) == len(items) else None


def _short(written: str) -> str | None:
    return written if len(written) <= _LONGEST else None
