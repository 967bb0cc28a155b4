"""Typography of the printed lines: what `tidying` would mend, told where it stands.

Source: the house rules for generated text. Silent about all that `seals` takes out, about values of the dataset and what
stands in quotation marks, and about what the builder writes by itself: numbers, units and live references get their hard
spaces when they are printed. In a file that we did not build, soft spaces are one finding.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapportbyggare.checks import form_messages as messages
from rapportbyggare.checks.form_rule import BOUND, HARD_SPACE, SEALED
from rapportbyggare.checks.seals import MARKS, NEVER, kept_names, without_names
from rapportbyggare.checks.subject import Line, Piece, PieceKind, Subject
from rapportbyggare.checks.tidying import Edit, applied, line_edits
from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import DocumentInline, DocumentText, Emphasis, Strong
from rapportbyggare.core.walk import all_texts

GAP = re.compile(r"[ \t\n]")
WIDEST = 40


@dataclass(frozen=True, slots=True)
class Names:
    """What keeps its own spelling: whole pieces that are `titles`, and the names `kept` wherever they stand."""

    titles: frozenset[str]
    kept: tuple[str, ...]


def typography(subject: Subject) -> Iterable[Problem]:
    """The lines' typography, one finding for each edit that would mend it."""
    names, soft = names_in(subject), list[tuple[Place, str]]()
    for line in subject.lines:
        for edits in together(line.text, line_edits(mask_of(line, names), line.text)):
            place = line.at(edits[0].start, edits[-1].end)
            old, new = around(line.text, edits)
            if subject.document is None and all(_is_soft(edit) for edit in edits):
                soft.append((place, old))
            else:
                yield messages.form(edits[0].code, place, old, new)
    if soft:
        yield messages.soft_spaces(soft[0][0], len(soft), soft[0][1])


def names_in(subject: Subject) -> Names:
    """What keeps its own spelling: the words that a document has in italics, as it has titles, and the declared names."""
    texts = all_texts(subject.document) if subject.document else ()
    return Names(frozenset(words for text in texts for words in _italics(text)), kept_names(subject.settings))


def _italics(text: DocumentText) -> Iterator[str]:
    for item in text:
        yield from _italics_of(item)


def _italics_of(item: DocumentInline) -> Iterator[str]:
    match item:
        case Emphasis(children):
            yield plain(children)
        case Strong(children):
            yield from _italics(children)
        case _:
            return


def mask_of(line: Line, names: Names) -> str:
    """A line with what may not be touched sealed; a quotation's own marks are left."""
    if all(piece.kind is not PieceKind.TYPED for piece in line.pieces):
        return SEALED * len(line.text)
    mask = "".join([_mask(piece, names.titles) for piece in line.pieces])
    return without_names(NEVER.sub(lambda found: SEALED * len(found[0]), mask), names.kept)


def _mask(piece: Piece, titles: frozenset[str]) -> str:
    text = piece.text
    match piece.kind:
        case PieceKind.BOUND:
            return BOUND * len(text)
        case PieceKind.TYPED:
            return SEALED * len(text) if text in titles else "".join([SEALED if sign in MARKS else sign for sign in text])
        case PieceKind.LITERAL:
            quoted = len(text) > 1 and text[0] in MARKS and text[-1] in MARKS
            return text[0] + SEALED * (len(text) - 2) + text[-1] if quoted else SEALED * len(text)


def together(text: str, edits: Iterable[Edit]) -> Iterator[tuple[Edit, ...]]:
    """Edits by one rule with no word between them, as those of one date or one number are."""
    group: tuple[Edit, ...] = ()
    for edit in edits:
        if group and (edit.code != group[-1].code or GAP.search(text, group[-1].end, edit.start)):
            yield group
            group = ()
        group = (*group, edit)
    if group:
        yield group


def _is_soft(edit: Edit) -> bool:
    return bool(edit.old) and edit.old.replace(" ", HARD_SPACE) == edit.new


def around(text: str, edits: tuple[Edit, ...]) -> tuple[str, str]:
    """The whole words that edits stand in, before them and after."""
    start, end = edits[0].start, edits[-1].end
    done = applied(text, edits)
    return words_round(text, start, end), words_round(done, start, end + len(done) - len(text))


def words_round(text: str, start: int, end: int) -> str:
    """The whole words from `start` to `end`, with one more on each side of a space; never more than a few."""
    before = text[max(start - WIDEST, 0) : start]
    after = text[end : end + WIDEST]
    left = before[_last_gap(before.rstrip()) :]
    right = after[: len(after) - len(after.lstrip()) + len((GAP.split(after.lstrip(), maxsplit=1) or [""])[0])]
    return f"{left}{text[start:end]}{right}".strip()


def _last_gap(text: str) -> int:
    found = [one.end() for one in GAP.finditer(text)]
    return found[-1] if found else 0
