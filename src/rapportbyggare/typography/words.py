"""Words made from numbers, ranks, names and lists."""

from collections.abc import Sequence

SMALL_NUMBERS = (
    "noll",
    "ett",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)
NUMBER_VALUES = {"en": 1} | {word: number for number, word in enumerate(SMALL_NUMBERS) if number}
"""What a number from one in words is, in either gender."""
_ORDINALS = (
    "första",
    "andra",
    "tredje",
    "fjärde",
    "femte",
    "sjätte",
    "sjunde",
    "åttonde",
    "nionde",
    "tionde",
    "elfte",
    "tolfte",
)


def in_small(word: str) -> str:
    """A word in small letters, those that a pattern without regard to case takes for another ("ſ", "ı") as that one."""
    return word.upper().lower()


def number_word(number: int, thousands: str = "\u00a0") -> str:
    """A number from 0 to 12 in words, any other in digits with `thousands` between groups."""
    if 0 <= number < len(SMALL_NUMBERS):
        return SMALL_NUMBERS[number]
    return f"{number:,}".replace(",", thousands).replace("-", "\u2212")


def counted(number: int, one: str, many: str) -> str:
    """A number and what it counts, in its form: "1 mening", "2 meningar"."""
    return f"{number} {one if number == 1 else many}"


def ordinal(number: int) -> str:
    """ "första" to "tolfte", then "13:e", "21:a"."""
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "a" if number % 10 in (1, 2) and number % 100 not in (11, 12) else "e"
    return f"{number}:{ending}"


def ordinal_superlative(rank: int, superlative: str) -> str:
    """ "störst", "näst störst", "tredje störst" for rank 1, 2, 3 of `superlative` ("störst")."""
    match rank:
        case 1:
            return superlative
        case 2:
            return f"näst {superlative}"
        case _:
            return f"{ordinal(rank)} {superlative}"


def join_words(words: Sequence[str]) -> str:
    """The words as a list in running text: "Berg, Bräcke och Krokom"; "" for none."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def genitive(name: str) -> str:
    """The name in the genitive: Östersunds, Borås, SCB:s."""
    if not name or name[-1] in "sxzSXZ":
        return name
    return f"{name}:s" if _is_abbreviation(name.split()[-1]) else f"{name}s"


def _is_abbreviation(word: str) -> bool:
    return not word[-1].islower() and any(letter.isalnum() for letter in word)


def shortened(text: str, longest: int = 60) -> str:
    """The beginning of a text of more than `longest` letters, in whole words: "Antalet företag minskade …"."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0].rstrip(',;:')} …"


def capitalise(text: str) -> str:
    """The text with an initial capital; the rest as it stands."""
    return text[:1].upper() + text[1:]
