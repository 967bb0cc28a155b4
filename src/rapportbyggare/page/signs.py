"""The signs of a change: its number, what came and what went, each said in words too."""

from rapportbyggare.core.compared import Cause, Standing
from rapportbyggare.page.markup import hidden, words
from rapportbyggare.page.pen import Age, Pen

LETTERS = {Cause.DATA: "D", Cause.TEXT: "T", Cause.STRUCTURE: "S", Cause.NUMBERING: "N", Cause.STYLE: "U"}
LABELS = {
    Standing.ADDED: "Tillagt",
    Standing.REMOVED: "Borttaget",
    Standing.MOVED_HERE: "Flyttat hit",
    Standing.MOVED_AWAY: "Flyttat härifrån",
}
AGES = {
    Standing.ADDED: Age.NEW,
    Standing.MOVED_HERE: Age.NEW,
    Standing.REMOVED: Age.OLD,
    Standing.MOVED_AWAY: Age.OLD,
}


def change_name(number: int) -> str:
    """The id of the first place of a change."""
    return f"andring-{number}"


def entry_name(number: int) -> str:
    """The id of a change's entry in the list."""
    return f"lista-{number}"


def code(cause: Cause, number: int) -> str:
    """What a change is called on the page: "D3"."""
    return f"{LETTERS[cause]}{number}"


def marked(cause: Cause, number: int) -> str:
    """Attributes of an element that a change has made, for filters and steps; number 0 is a change nobody steps to."""
    which = f' data-andring="{number}"' if number else ""
    return f'{which} data-orsak="{cause.value}"'


def sign(pen: Pen, cause: Cause, number: int) -> tuple[str, str]:
    """The id attribute of a change's first place and its sign, a link to the list; both "" at its other places."""
    own = pen.claim(change_name(number)) if number else ""
    return (own, badge(cause, number)) if own else ("", "")


def whole_sign(pen: Pen, cause: Cause, number: int) -> tuple[str, str]:
    """The id attribute and the sign of something that came, went or moved: a sign at each of its places."""
    return (pen.claim(change_name(number)), badge(cause, number)) if number else ("", "")


def badge(cause: Cause, number: int) -> str:
    """The number of a change with the letter of its cause, a link to its entry in the list."""
    said = hidden(f"ändring {number}, {cause.value}")
    return f'<a class="nr" href="#{entry_name(number)}"><span aria-hidden="true">{code(cause, number)}</span>{said}</a>'


def gone(content: str) -> str:
    """What the old edition says."""
    return f"<del>{hidden('borttaget: ')}{content}{hidden('; ')}</del>" if content else ""


def come(content: str) -> str:
    """What the new edition says."""
    return f"<ins>{hidden('nytt: ')}{content}{hidden('; ')}</ins>" if content else ""


def replaced(old: str, new: str) -> str:
    """Number or words that differ, as markup; what is the same is said once."""
    return new if old == new else gone(old) + come(new)


def renumbered(old: str, new: str) -> str:
    """A number in a series that differs, where no change of its own tells of it."""
    return words(new) if old == new else f"<span{marked(Cause.NUMBERING, 0)}>{replaced(words(old), words(new))}</span>"


def side(age: Age) -> str:
    """The attribute of what stands in one edition only."""
    return f' data-sida="{age.value}"'


def label(standing: Standing) -> str:
    """What has happened to a whole block, in words that are seen."""
    return f'<span class="etikett">{LABELS[standing]}</span>' if standing in LABELS else ""
