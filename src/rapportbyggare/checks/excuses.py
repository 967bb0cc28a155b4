"""Findings that an author has looked at and lets stand, with the reason, at the place.

`{# godkänn KOD: skäl #}` is a comment, which is never printed. It excuses the findings of that code in the block it stands
in (lines without an empty one between them), or, alone in its block, in the next one. In a TOML file the same words follow
a `#`, and the block is the lines down to the next empty one. The code `alla` does not exist: each finding is excused by
its own code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapportbyggare.checks import excuses_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.settings import Excuse
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem

MARKDOWN = lazy(r"\{#\s+(?P<words>godkänn\b.*?)\s*#\}", re.DOTALL | re.IGNORECASE)
TOML = lazy(r"#\s*(?P<words>godkänn\b.*)", re.IGNORECASE)
WORDS = lazy(r"godkänn\s+(?P<code>[a-z0-9][a-z0-9-]*)\s*:\s*(?P<reason>\S.*)", re.IGNORECASE | re.DOTALL)
COMMENT = lazy(r"\{#\s.*?#\}", re.DOTALL)


class Excused(NamedTuple):
    """A finding that stands, and the excuse for it."""

    finding: Problem
    excuse: Excuse


class Judged(NamedTuple):
    """The findings that remain, with those about the excuses themselves, and those that are excused."""

    findings: tuple[Problem, ...]
    excused: tuple[Excused, ...]


def read_excuses(text: str, file: str) -> tuple[tuple[Excuse, ...], tuple[Problem, ...]]:
    """The excuses in the text of `file` (Markdown or TOML), and those that are not written as they should be."""
    if "godkänn" not in text.lower():
        return (), ()
    excuses, problems = list[Excuse](), list[Problem]()
    firsts, covered = _covered(text)
    for found in (TOML if file.endswith(".toml") else MARKDOWN).finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        place = Place(file, line, found.start() - text.rfind("\n", 0, found.start()))
        words = WORDS.fullmatch(" ".join(found["words"].split()))
        if words is None:
            problems.append(messages.without_reason(place, found["words"]))
        else:
            first, last = covered[bisect_right(firsts, line) - 1]
            excuses.append(Excuse(words["code"].lower(), "", words["reason"], file, place, first, last))
    return tuple(excuses), tuple(problems)


def judged(findings: Iterable[Problem], excuses: tuple[Excuse, ...]) -> Judged:
    """The findings without those that an excuse is there for, and a note on each excuse that none needs."""
    kept, excused, used = list[Problem](), list[Excused](), set[int]()
    of_code: dict[str, list[int]] = {}
    for number, one in enumerate(excuses):
        of_code.setdefault(one.code, []).append(number)
    for finding in findings:
        needed = next((n for n in of_code.get(finding.code, ()) if _holds(excuses[n], finding)), None)
        if needed is None:
            kept.append(finding)
        else:
            used.add(needed)
            excused.append(Excused(finding, excuses[needed]))
    kept += [messages.needless(one.place, one.code) for number, one in enumerate(excuses) if number not in used]
    return Judged(tuple(kept), tuple(excused))


def _holds(excuse: Excuse, finding: Problem) -> bool:
    place = finding.place
    if excuse.file and excuse.file != place.file:
        return False
    inside = not excuse.first or excuse.first <= place.line <= excuse.last
    return inside and (not excuse.quote or excuse.quote == finding.quote)


def _covered(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Where each block begins, and the lines that an excuse in it is about: its own, or those of the block after comments."""
    firsts, covered, following = list[int](), list[tuple[int, int]](), None
    for first, last, only_comments in reversed(list(_blocks(text))):
        following = following if only_comments else (first, last)
        firsts.append(first)
        covered.append(following or (first, last))
    return firsts[::-1], covered[::-1]


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
