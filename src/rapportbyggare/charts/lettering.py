"""Text on the sheet: measuring, breaking into lines, and the box a text takes."""

import re

from rapportbyggare.charts.scene import Anchor, Box, Width, Words

LINE = 1.2
"""Distance between baselines, as a share of the size."""
CAP = 0.64
"""Height of capitals and figures in Carlito, as a share of the size."""
_BREAKS = re.compile(r"(?<=[-/–])(?=\w)|[ \t\n]+")


def clean(text: str) -> str:
    """One line without control characters; hard spaces are kept."""
    return "".join(mark if mark >= " " and mark != "\x7f" else " " for mark in text).strip(" ")


def broken(text: str, room: float, size: float, width: Width) -> tuple[str, ...]:
    """The text in lines no wider than `room` points where its words allow; a wider word stands alone."""
    lines: list[str] = []
    for glue, part in _parts(text):
        if lines and width(lines[-1] + glue + part, size, False) <= room:
            lines[-1] += glue + part
        else:
            lines.append(part)
    return tuple(lines)


def _parts(text: str) -> tuple[tuple[str, str], ...]:
    """The unbreakable parts, each with what stands before it when it stays on the line."""
    parts: list[tuple[str, str]] = []
    glue, end = "", 0
    for found in _BREAKS.finditer(text):
        parts.append((glue, text[end : found.start()]))
        glue, end = " " * bool(found.group()), found.end()
    return (*parts, (glue, text[end:]))


def shortened(text: str, room: float, size: float, width: Width) -> str:
    """The text, cut with an ellipsis when it is wider than `room` points; empty when nothing fits."""
    if width(text, size, False) <= room:
        return text
    ends = range(len(text) - 1, 0, -1)
    return next((text[:end].rstrip() + "…" for end in ends if width(text[:end].rstrip() + "…", size, False) <= room), "")


def fitted(text: str, room: float, lines: int, size: float, width: Width) -> tuple[str, ...]:
    """The text broken to `room` points and at most so many lines; what does not fit is cut with an ellipsis."""
    rows = broken(text, room, size, width)
    if len(rows) > lines:
        rows = (*rows[: lines - 1], " ".join(rows[lines - 1 :]))
    return tuple(shortened(row, room, size, width) for row in rows)


def taken(words: Words, width: Width) -> Box:
    """The box of a text: as wide as its letters, as high as its figures."""
    length, cap = width(words.text, words.size, words.bold), CAP * words.size
    start = -length * words.anchor.value
    if words.upright:
        return Box(words.x - cap, words.y + start, words.x, words.y + start + length)
    return Box(words.x + start, words.y, words.x + start + length, words.y + cap)


def centred(text: str, box: Box, size: float, colour: str) -> Words:
    """The text in the middle of the box."""
    middle = (box.bottom + box.top - CAP * size) / 2
    return Words(text, (box.left + box.right) / 2, middle, size, colour, anchor=Anchor.MIDDLE)
