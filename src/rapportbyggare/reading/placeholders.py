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
REMARK = re.compile(r"\{#(?=\s).*?#\}", re.DOTALL)
INSIDE = re.compile(r"(?:[^'\"}]|'[^']*'|\"[^\"]*\"|\}(?!\}))*\}\}")
CONTROL_LINE = re.compile(r"\{%-?\s*(.*?)\s*-?%\}\s*")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text with its expressions hidden; `text` has the same lines and columns as the source."""

    text: str
    expressions: tuple[Expression, ...]


def hide(source: str, file: str, problems: list[Problem], line: int = 1, column: int = 1) -> Hidden:
    """Hide comments and expressions; `line` and `column` are where `source` begins in `file`.

    An expression or comment that is not closed, and a `{% … %}` that does not stand alone, are problems.
    """
    expressions: list[Expression] = []
    lines = _without_remarks(source, file, problems, line).split("\n")
    for number, text in enumerate(lines):
        if "{" in text:
            here = Place(file, line + number, column if number == 0 else 1)
            lines[number] = _hide_line(text, here, expressions, problems)
    return Hidden("\n".join(lines), tuple(expressions))


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
    _check_control(hidden, here, problems)
    return hidden


def _check_control(text: str, here: Place, problems: list[Problem]) -> None:
    spot = text.find("{%")
    if spot >= 0 and not (spot == 0 and CONTROL_LINE.fullmatch(text)):
        problems.append(messages.misplaced_control(Place(here.file, here.line, here.column + spot)))


def _placeholder(index: int, length: int) -> str:
    digits = (index // BASE**2, index // BASE % BASE, index % BASE)
    return (START + "".join(chr(FIRST_DIGIT + digit) for digit in digits)).ljust(length, FILL)


def index_of(digits: str) -> int:
    """The number of the expression that a placeholder's three digits stand for."""
    first, second, third = (ord(digit) - FIRST_DIGIT for digit in digits)
    return (first * BASE + second) * BASE + third


def reveal(text: str, expressions: tuple[Expression, ...]) -> str:
    """The text with each placeholder written as `{{ … }}` again, for keys and messages."""
    return PLACEHOLDER.sub(lambda found: "{{ " + expressions[index_of(found[1])].source + " }}", text).replace(COMMENT, "")


def _without_remarks(source: str, file: str, problems: list[Problem], line: int) -> str:
    if "{#" not in source:
        return source
    hidden = REMARK.sub(lambda found: re.sub(r"[^\n]", COMMENT, found[0]), source)
    lines = ["" if COMMENT in text and not text.replace(COMMENT, "").strip() else text for text in hidden.split("\n")]
    for number, text in enumerate(lines):
        if (spot := re.search(r"\{#(?=\s|$)", text)) is not None:
            problems.append(messages.unclosed_remark(Place(file, line + number, spot.start() + 1)))
    return "\n".join(lines)
