"""Hides `{{ … }}` and `{# … #}` from the Markdown parser, column for column.

The parser would split a table cell at a filter's `|` and read `*` as emphasis; a placeholder of the same
length in private-use characters keeps every column where it was.
"""

import re
from dataclasses import dataclass

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import Expression
from rapportbyggare.reading import messages

START, FILL, COMMENT = "\ue000", "\ue001", "\ue002"
FIRST_DIGIT, BASE = 0xE010, 64
LIMIT = BASE**3

PLACEHOLDER = re.compile(f"{START}([\ue010-\ue04f]{{3}}){FILL}*")
PRIVATE = re.compile("[\ue000-\ue04f]")
REPLACEMENT = "\ufffd"
REMARK_START = re.compile(r"\{#(?=\s|$)", re.MULTILINE)
TIGHT_REMARK = re.compile(r"\{#[^\s{}][^{}\n]*#\}")
LEADING_REMARK = re.compile(f"^{COMMENT}+ +")
INSIDE = re.compile(r"(?:[^'\"}]|'[^']*'|\"[^\"]*\"|\}(?!\}))*\}\}")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text with its expressions hidden; `text` has the same lines and columns as the source."""

    text: str
    expressions: tuple[Expression, ...]


def hide(source: str, file: str, problems: list[Problem], line: int = 1, column: int = 1) -> Hidden:
    """Hide comments and expressions; `line` and `column` are where `source` begins in `file`.

    An expression or comment that is not closed, and a `{% … %}` that does not stand alone, are problems. Characters
    that placeholders are made of are no words: they become U+FFFD.
    """
    expressions: list[Expression] = []
    source = source if source.isascii() else _without_private(source, Place(file, line, column), problems)
    source = source.replace("\r\n", "\n").replace("\r", "\n") if "\r" in source else source
    lines = _without_remarks(source, file, problems, line).split("\n")
    for number, text in enumerate(lines):
        if "{" in text or "}}" in text:
            here = Place(file, line + number, column if number == 0 else 1)
            lines[number] = _hide_line(text, here, expressions, problems)
    return Hidden("\n".join(lines), tuple(expressions))


def _without_private(source: str, place: Place, problems: list[Problem]) -> str:
    """A file's own text has none of these; an escape in TOML can make them."""
    match = PRIVATE.search(source)
    if match is None:
        return source
    problems.append(messages.harmful_character(place, ord(match[0])))
    return PRIVATE.sub(REPLACEMENT, source)


def _hide_line(text: str, here: Place, expressions: list[Expression], problems: list[Problem]) -> str:
    done, rest = [], 0
    while (start := text.find("{{", rest)) >= 0:
        match = INSIDE.match(text, start + 2)
        place = Place(here.file, here.line, here.column + start, here.column + (match.end() if match else len(text)))
        if match is None or len(expressions) >= LIMIT:
            problems.append(messages.unclosed_expression(place) if match is None else messages.too_many_expressions(place))
            break
        done += [text[rest:start], _placeholder(len(expressions), match.end() - start)]
        expressions.append(Expression(text[start + 2 : match.end() - 2].strip(), place))
        rest = match.end()
    hidden = "".join(done) + text[rest:]
    _check_signs(hidden, start >= 0, here, problems)
    return hidden


def _check_signs(text: str, open_ended: bool, here: Place, problems: list[Problem]) -> None:
    """Signs of the language that are left when the expressions are hidden: nobody would read them."""
    spot = text.find("{%")
    if spot >= 0 and control_of(text) is None:
        problems.append(messages.misplaced_control(Place(here.file, here.line, here.column + spot)))
    spot = text.find("}}")
    if spot >= 0 and not open_ended and not text.endswith("}}", 0, spot + 3):
        problems.append(messages.stray_braces(Place(here.file, here.line, here.column + spot, here.column + spot + 2)))
    if (tight := TIGHT_REMARK.search(text)) is not None:
        problems.append(messages.tight_remark(Place(here.file, here.line, here.column + tight.start())))


def control_of(text: str) -> str | None:
    """What stands between `{%` and `%}` on a control line, or None when the line is none."""
    line = text.rstrip()
    if len(line) < 4 or not line.startswith("{%") or line.find("%}") != len(line) - 2:
        return None
    return line[2:-2].removeprefix("-").removesuffix("-").strip()


def _placeholder(index: int, length: int) -> str:
    digits = (index // BASE**2, index // BASE % BASE, index % BASE)
    return (START + "".join(chr(FIRST_DIGIT + digit) for digit in digits)).ljust(length, FILL)


def index_of(digits: str) -> int:
    """The number of the expression that a placeholder's three digits stand for."""
    first, second, third = (ord(digit) - FIRST_DIGIT for digit in digits)
    return (first * BASE + second) * BASE + third


def reveal(text: str, expressions: tuple[Expression, ...]) -> str:
    """The text with each placeholder written as `{{ … }}` again, for keys and messages."""

    def written(found: re.Match[str]) -> str:
        index = index_of(found[1])
        return "{{ " + expressions[index].source + " }}" if index < len(expressions) else REPLACEMENT

    return PRIVATE.sub(REPLACEMENT, PLACEHOLDER.sub(written, text).replace(COMMENT, ""))


def _without_remarks(source: str, file: str, problems: list[Problem], line: int) -> str:
    if "{#" not in source:
        return source
    done: list[str] = []
    rest = 0
    while (start := REMARK_START.search(source, rest)) is not None and (end := source.find("#}", start.end())) >= 0:
        remark = source[start.start() : end + 2]
        done += [source[rest : start.start()], "\n".join(COMMENT * len(text) for text in remark.split("\n"))]
        rest = end + 2
    if start is not None:
        above = source.count("\n", 0, start.start())
        problems.append(messages.unclosed_remark(Place(file, line + above, start.start() - source.rfind("\n", 0, start.start()))))
    hidden = "".join(done) + source[rest:]
    return "\n".join(_line_without_remarks(text) if COMMENT in text else text for text in hidden.split("\n"))


def _line_without_remarks(text: str) -> str:
    """A line of comments alone is empty; the space after a comment that begins a line is the comment's."""
    if not text.replace(COMMENT, "").strip():
        return ""
    return LEADING_REMARK.sub(lambda found: COMMENT * len(found[0]), text)
