"""A section file becomes a draft section: blocks with expressions, and the footnotes it defines."""

from pathlib import Path

from rapportbyggare.core.document import DraftSection
from rapportbyggare.core.problem import Problem
from rapportbyggare.reading import control_messages, messages
from rapportbyggare.reading.blocks import BlockReader
from rapportbyggare.reading.control import ControlReader
from rapportbyggare.reading.inlines import InlineReader
from rapportbyggare.reading.notes import check_notes
from rapportbyggare.reading.parser import DEEPEST, parse
from rapportbyggare.reading.placeholders import Hidden, control_of, hide, reveal
from rapportbyggare.reading.slips import without_echoes
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
    control = ControlReader(blocks, problems, hidden.torn)
    tokens, definitions = parse(hidden.text)
    tree = control.read(Tokens(tokens))
    inlines.definitions(definitions, file)
    if (lost := next((token for token in tokens if token.level >= DEEPEST - 1), None)) is not None:
        problems.append(messages.nested_too_deep(blocks.place(lost), DEEPEST // 2))
    _account(hidden, inlines.used, control.lines, file, problems)
    problems += check_notes(inlines.marks, blocks.notes)
    return DraftSection(file, tree, blocks.notes), tuple(_readable(problem, hidden) for problem in without_echoes(problems))


def _readable(problem: Problem, hidden: Hidden) -> Problem:
    """The problem as the author wrote it: what it quotes may hold expressions."""
    message, remedy = (reveal(text, hidden.expressions) for text in (problem.message, problem.remedy))
    return problem._replace(message=message, remedy=remedy)


def _account(hidden: Hidden, used: set[int], lines: set[int], file: str, problems: list[Problem]) -> None:
    for index, expression in enumerate(hidden.expressions):
        if index not in used:
            problems.append(control_messages.unread_expression(expression.place, expression.source))
    if "{%" in hidden.text:
        for number, line in enumerate(hidden.text.split("\n")):
            if control_of(line) is not None and number not in lines and number not in hidden.told:
                problems.append(control_messages.unread_control(file, number + 1))
