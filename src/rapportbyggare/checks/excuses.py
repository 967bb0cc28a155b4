"""Findings that an author has looked at and lets stand, with the reason, at the place.

`{# godkänn KOD: skäl #}` is a comment, which is never printed. It excuses the findings of that code in the block it stands
in (lines without an empty one between them), or, alone in its block, in the next one. In a TOML file the same words follow
a `#`, and the block is the lines down to the next empty one. The code `alla` does not exist: each finding is excused by
its own code.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapportbyggare.checks import excuses_messages as messages
from rapportbyggare.checks.settings import Excuse
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem

MARKDOWN = re.compile(r"\{#\s+(?P<words>godkänn\b.*?)\s*#\}", re.DOTALL | re.IGNORECASE)
TOML = re.compile(r"#\s*(?P<words>godkänn\b.*)", re.IGNORECASE)
WORDS = re.compile(r"godkänn\s+(?P<code>[a-z0-9][a-z0-9-]*)\s*:\s*(?P<reason>\S.*)", re.IGNORECASE | re.DOTALL)
COMMENT = re.compile(r"\{#\s.*?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Excused:
    """A finding that stands, and the excuse for it."""

    finding: Problem
    excuse: Excuse


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings that remain, with those about the excuses themselves, and those that are excused."""

    findings: tuple[Problem, ...]
    excused: tuple[Excused, ...]


def read_excuses(text: str, file: str) -> tuple[tuple[Excuse, ...], tuple[Problem, ...]]:
    """The excuses in the text of `file` (Markdown or TOML), and those that are not written as they should be."""
    if "godkänn" not in text.lower():
        return (), ()
    excuses, problems = list[Excuse](), list[Problem]()
    blocks = list(_blocks(text))
    for found in (TOML if file.endswith(".toml") else MARKDOWN).finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        place = Place(file, line, found.start() - text.rfind("\n", 0, found.start()))
        words = WORDS.fullmatch(" ".join(found["words"].split()))
        if words is None:
            problems.append(messages.without_reason(place, found["words"]))
        else:
            first, last = _covered(line, blocks)
            excuses.append(Excuse(words["code"].lower(), "", words["reason"], file, place, first, last))
    return tuple(excuses), tuple(problems)


def judged(findings: Iterable[Problem], excuses: tuple[Excuse, ...]) -> Judged:
    """The findings without those that an excuse is there for, and a note on each excuse that none needs."""
    kept, excused, used = list[Problem](), list[Excused](), set[int]()
    for finding in findings:
        number = next((n for n, excuse in enumerate(excuses) if _holds(excuse, finding)), None)
        if number is None:
            kept.append(finding)
        else:
            used.add(number)
            excused.append(Excused(finding, excuses[number]))
    kept += [messages.needless(one.place, one.code) for number, one in enumerate(excuses) if number not in used]
    return Judged(tuple(kept), tuple(excused))


def _holds(excuse: Excuse, finding: Problem) -> bool:
    place = finding.place
    if excuse.code != finding.code or (excuse.file and excuse.file != place.file):
        return False
    inside = not excuse.first or excuse.first <= place.line <= excuse.last
    return inside and (not excuse.quote or excuse.quote == finding.quote)


def _covered(line: int, blocks: list[tuple[int, int, bool]]) -> tuple[int, int]:
    """The lines that an excuse on `line` is about."""
    at = next(number for number, (first, last, _) in enumerate(blocks) if first <= line <= last)
    first, last, only_comments = blocks[at]
    following = next(((start, end) for start, end, alone in blocks[at + 1 :] if not alone), None)
    return following if only_comments and following else (first, last)


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """The blocks of lines with words on them: their first and last line, and whether they are comments alone."""
    bare = COMMENT.sub(lambda found: "\n".join("\0" * max(len(line), 1) for line in found[0].split("\n")), text)
    lines = bare.split("\n")
    start = 0
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            continue
        if number > start:
            block = "".join(lines[start:number])
            yield start + 1, number, not block.replace("\0", "").strip()
        start = number + 1
