"""Typography of the printed lines: what `tidying` would mend, told where it stands.

Source: the house rules for generated text. Silent about all that is sealed (`form_masks`), and about what the
builder writes by itself: numbers, units and live references get their hard spaces when they are printed. In a file that we
did not build, soft spaces are one finding.
"""

from collections.abc import Iterable, Iterator

from rapportbyggare.checks import form_messages as messages
from rapportbyggare.checks.form_rule import HARD_SPACE
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.subject import Line
from rapportbyggare.checks.tidying import Edit, applied, line_edits
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem

GAP = lazy(r"[ \t\n]")
WIDEST = 40


def typography(lines: Iterable[tuple[Line, str]], built: bool) -> Iterator[Problem]:
    """The typography of lines with what is sealed in them, one finding for each edit that would mend it.

    `built` says that the document is ours.
    """
    soft = list[tuple[Place, str]]()
    for line, mask in lines:
        for edits in together(line.text, line_edits(mask, line.text)):
            place = line.at(edits[0].start, edits[-1].end)
            old, new = around(line.text, edits)
            if not built and all(_is_soft(edit) for edit in edits):
                soft.append((place, old))
            else:
                yield messages.form(edits[0].code, place, old, new)
    if soft:
        yield messages.soft_spaces(soft[0][0], len(soft), soft[0][1])


def together(text: str, edits: Iterable[Edit]) -> Iterator[tuple[Edit, ...]]:
    """Edits by one rule with no word between them, as those of one date or one number are."""
    group = list[Edit]()
    for edit in edits:
        if group and (edit.code != group[-1].code or GAP.search(text, group[-1].end, edit.start)):
            yield tuple(group)
            group = []
        group.append(edit)
    if group:
        yield tuple(group)


def _is_soft(edit: Edit) -> bool:
    return bool(edit.old) and edit.old.replace(" ", HARD_SPACE) == edit.new


def around(text: str, edits: tuple[Edit, ...]) -> tuple[str, str]:
    """The whole words that edits stand in, before them and after."""
    start, end = edits[0].start, edits[-1].end
    moved = tuple(edit._replace(start=edit.start - start) for edit in edits)
    left, right = _sides(text, start, end)
    return f"{left}{text[start:end]}{right}".strip(), f"{left}{applied(text[start:end], moved)}{right}".strip()


def words_round(text: str, start: int, end: int) -> str:
    """The whole words from `start` to `end`, with one more on each side of a space; never more than a few."""
    left, right = _sides(text, start, end)
    return f"{left}{text[start:end]}{right}".strip()


def _sides(text: str, start: int, end: int) -> tuple[str, str]:
    """What belongs to a stretch's words before it and after."""
    before, after = text[max(start - WIDEST, 0) : start], text[end : end + WIDEST]
    bare = after.lstrip()
    return before[_last_gap(before.rstrip()) :], after[: len(after) - len(bare) + len(GAP.split(bare, maxsplit=1)[0])]


def _last_gap(text: str) -> int:
    found = [one.end() for one in GAP.finditer(text)]
    return found[-1] if found else 0
