"""What tests ask of drafts, whatever their form: all inline leaves, all words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from rapportbyggare.core.blocks import DraftBlock
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import Code, Expression, Text
from rapportbyggare.reading.sections import parse_section

FILE = "sections/a.md"


def nodes(part: object) -> Iterator[object]:
    """A draft or a part of it, and all its parts."""
    if isinstance(part, tuple | list):
        for one in part:
            yield from nodes(one)
    elif isinstance(part, dict):
        yield from nodes(tuple(part.values()))
    elif is_dataclass(part) and not isinstance(part, type):
        yield part
        for field in fields(part):
            yield from nodes(getattr(part, field.name))
    elif isinstance(part, str):
        yield part


def words(part: object) -> str:
    """The words of a draft, without its expressions."""
    return " ".join(node.text for node in nodes(part) if isinstance(node, Text | Code))


def expressions(part: object) -> list[Expression]:
    return [node for node in nodes(part) if isinstance(node, Expression)]


def blocks_of(source: str) -> tuple[DraftBlock, ...]:
    """The blocks of a section that has no problem."""
    section, problems = parse_section(source, FILE)
    assert problems == ()
    return section.blocks


def only(source: str) -> DraftBlock:
    (block,) = blocks_of(source)
    return block


def codes(problems: tuple[Problem, ...] | list[Problem]) -> list[tuple[int, int, str]]:
    return [(problem.place.line, problem.place.column, problem.code) for problem in problems]


def faults(source: str) -> list[tuple[int, int, str]]:
    """Line, column and code of a section's problems."""
    return codes(parse_section(source, FILE)[1])
