"""References in words lead somewhere: "tabell 9", "se bilaga 2", "se avsnittet …".

Source: a reader must be able to follow a reference; live ones are the builder's matter, these are typed. Silent about
other documents ("tabell 3 i planen", "kapitel 7 plan- och bygglagen"), quotations, and in a file that numbers nothing of
the kind.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from rapportbyggare.checks import structure_messages as messages
from rapportbyggare.checks.patterns import at_words, lazy
from rapportbyggare.checks.subject import Line, PieceKind, Subject
from rapportbyggare.core.blocks import ChartFigure, Heading, HeadingKind, Picture, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.passages.passage import PrintedKind

KINDS = {"tabell": "tabell", "figur": "figur", "diagram": "figur", "bilaga": "bilaga", "kapitel": "avsnitt", "avsnitt": "avsnitt"}
NUMBERED = lazy(
    rf"{at_words('|'.join(KINDS))}(?P<kind>{'|'.join(KINDS)})(?:en)?[ \u00a0]"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*)"
    r"(?![\w:/,]|\.\d|[ \u00a0]\d|-\w)",
    re.IGNORECASE,
)
OURS = "den här|denna|rapporten|kapitlet|avsnittet|texten|bilagan"
ELSEWHERE = lazy(
    rf"\s*(?:§|kap\b|[–-]\s*\d|(?:och|samt|,)\s+\d+\s+i\b|(?:i|till|av|från|ur)\s+(?!(?:{OURS})\b)"
    r"|(?:plan- och|\w+(?:lag|balk|förordning)(?:en|s)?\b)|\()",
    re.IGNORECASE,
)
BARE_APPENDIX = lazy(r"\b[Ss]e (?:även |också |vidare )?(?P<words>bilagan|bilaga)\b(?![ \u00a0]?\d)(?!\s+(?:till|i|[A-Z0-9])\b)")
PART = "avsnittet|kapitlet|avsnitt|kapitel|under(?: rubriken)?|rubriken|bilagan"
NAMED = lazy(
    rf"{at_words('se|avsnittet|kapitlet|rubriken')}(?:[Ss]e[^.;()]{{0,25}}\b(?:{PART})|(?:[Aa]vsnittet|[Kk]apitlet|rubriken))\s+"
    r"(?P<name>[”\"“](?P<quoted>[^”\"“]{2,80})[”\"“]|(?P<open>[A-ZÅÄÖ][^.,;:()”\"“\n]{1,80}))"
)
CAPTION = lazy(r"(?P<kind>Tabell|Figur|Diagram|Bilaga)\s+(?P<number>\d{1,2})\b")
CHAPTER = lazy(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+[A-ZÅÄÖ]")
APPENDIX = lazy(r"(?:\d+\s+)?Bilag")
OWN_NUMBER = lazy(r"(?:Bilaga\s+)?\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\S)|Bilaga(?:\s+\d+)?\s*:\s*")
LONGEST_HEADING = 90


class _Aims(NamedTuple):
    """What a reference can lead to: numbers by kind, and headings by their words in small letters, in alphabetical order."""

    numbers: Mapping[str, frozenset[str]]
    headings: Mapping[str, str]
    folded: Sequence[str]
    appendix: bool


def references(subject: Subject) -> Iterable[Problem]:
    """The references that lead nowhere."""
    aims = _in_document(subject.document) if subject.document else _in_lines(subject.lines)
    for line in subject.lines:
        if line.kind in (PrintedKind.HEADING, PrintedKind.CHART, PrintedKind.CHART_TEXT):
            continue
        yield from _numbered(line, aims, subject.document is not None)
        yield from _named(line, aims)
        for found in BARE_APPENDIX.finditer(line.text) if not aims.appendix else ():
            if line.own(*found.span("words")):
                yield messages.no_such_number(line.at(*found.span("words")), found["words"], "bilaga", "ingen bilaga")


def _numbered(line: Line, aims: _Aims, whole: bool) -> Iterator[Problem]:
    for found in NUMBERED.finditer(line.text):
        kind = KINDS[found["kind"].lower()]
        known = aims.numbers.get(kind, frozenset())
        if found["number"] in known or ELSEWHERE.match(line.text, found.end()) or not line.own(*found.span()):
            continue
        if known or whole:
            yield messages.no_such_number(line.at(*found.span()), found[0], kind, _known(kind, known))


def _known(kind: str, numbers: frozenset[str]) -> str:
    if not numbers:
        return f"ingen {kind}" if kind != "avsnitt" else "inga numrerade avsnitt"
    ordered = sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])
    return f"{kind} {', '.join(ordered)}"


def _named(line: Line, aims: _Aims) -> Iterator[Problem]:
    for found in NAMED.finditer(line.text):
        name = _folded(found["quoted"] or found["open"])
        if not aims.headings or _leads(name, aims, found["quoted"] is not None):
            continue
        start, end = found.span("quoted" if found["quoted"] else "open")
        if not line.own(found.start(), found.start("name")) or ELSEWHERE.match(line.text, found.end()):
            continue
        words = " ".join(line.text[start:end].split()[:5])
        yield messages.no_such_heading(line.at(start, start + len(words)), words, _nearest(words, aims))


def _leads(name: str, aims: _Aims, whole: bool) -> bool:
    """Whether a name is a heading; an unquoted one may run on into the sentence, and a short one be its beginning."""
    following = bisect_left(aims.folded, f"{name} ")
    if name in aims.headings or any(one.startswith(f"{name} ") for one in aims.folded[following : following + 1]):
        return True
    return not whole and any(name[: gap.start()] in aims.headings for gap in re.finditer(" ", name))


def _nearest(words: str, aims: _Aims) -> str:
    close = get_close_matches(_folded(words), aims.folded, 1, 0.6)
    return aims.headings[close[0]] if close else ""


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold().strip(" .:")


def _in_document(document: Document) -> _Aims:
    numbers: dict[str, set[str]] = {"tabell": set(), "figur": set(), "bilaga": set(), "avsnitt": set()}
    headings = list[str]()
    for block in (block for section in document.sections for block in all_blocks(section.blocks)):
        match block:
            case Heading():
                headings.append(plain(block.content))
                numbers["bilaga" if block.kind is HeadingKind.APPENDIX else "avsnitt"].add(block.number)
            case Table(number=number) if number:
                numbers["tabell"].add(str(number))
            case ChartFigure(number=number) | Picture(number=number) if number:
                numbers["figur"].add(str(number))
            case _:
                pass
    told = {kind: frozenset(found - {""}) for kind, found in numbers.items()}
    return _aims(told, headings, bool(numbers["bilaga"]))


def _in_lines(lines: tuple[Line, ...]) -> _Aims:
    """In a file that we did not build: what its own lines begin with."""
    numbers: dict[str, set[str]] = {}
    headings = list[str]()
    headed = any(one.kind is PrintedKind.HEADING or not one.text.rstrip().endswith((".", ":", "!", "?", ")")) for one in lines)
    for text in (piece.text.strip() for line in lines for piece in line.pieces if piece.kind is PieceKind.TYPED):
        if found := CAPTION.match(text):
            numbers.setdefault(KINDS[found["kind"].lower()], set()).add(found["number"])
        elif found := CHAPTER.match(text):
            numbers.setdefault("avsnitt", set()).add(found["number"])
        headings.append(OWN_NUMBER.sub("", text, count=1)[:LONGEST_HEADING])
    appendix = any(APPENDIX.match(piece.text.strip()) for line in lines for piece in line.pieces)
    return _aims({kind: frozenset(found) for kind, found in numbers.items()}, headings if headed else [], appendix)


def _aims(numbers: Mapping[str, frozenset[str]], headings: list[str], appendix: bool) -> _Aims:
    folded = {_folded(heading): heading for heading in reversed(headings)}
    return _Aims(numbers, folded, sorted(folded), appendix)
