"""A section file becomes a draft section: blocks with expressions, and the footnotes it defines."""

from pathlib import Path

from rapportbyggare.core.document import DraftSection
from rapportbyggare.core.problem import Problem
from rapportbyggare.reading import messages
from rapportbyggare.reading.blocks import BlockReader
from rapportbyggare.reading.control import ControlReader
from rapportbyggare.reading.inlines import InlineReader
from rapportbyggare.reading.notes import check_notes
from rapportbyggare.reading.parser import parser
from rapportbyggare.reading.placeholders import CONTROL_LINE, Hidden, hide
from rapportbyggare.reading.tokens import Tokens
from rapportbyggare.sources.text import read_text


def read_section(project: Path, file: str) -> tuple[DraftSection, tuple[Problem, ...]]:
    """Read `file` (relative to the project). Never raises on the file's account."""
    source, problems = read_text(project, file)
    section, more = parse_section(source, file)
    return section, (*problems, *more)


def parse_section(source: str, file: str) -> tuple[DraftSection, tuple[Problem, ...]]:
    """The draft of a section's text; every expression is in it, or a problem says why not."""
    problems: list[Problem] = []
    hidden = hide(source, file, problems)
    inlines = InlineReader(hidden, problems)
    blocks = BlockReader(file, inlines)
    control = ControlReader(blocks, problems)
    tree = control.read(Tokens(parser().parse(hidden.text, {})))
    _account(hidden, inlines.used, control.lines, file, problems)
    problems += check_notes(inlines.marks, blocks.notes)
    return DraftSection(file, tree, blocks.notes), tuple(problems)


def _account(hidden: Hidden, used: set[int], lines: set[int], file: str, problems: list[Problem]) -> None:
    for index, expression in enumerate(hidden.expressions):
        if index not in used:
            problems.append(messages.unread_expression(expression.place, expression.source))
    if "{%" in hidden.text:
        for number, line in enumerate(hidden.text.split("\n")):
            if CONTROL_LINE.fullmatch(line) and number not in lines:
                problems.append(messages.unread_control(file, number + 1))
