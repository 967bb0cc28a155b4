"""Hides `{{ … }}` and `{# … #}` from the Markdown parser, column for column.

The parser would split a table cell at a filter's `|` and read `*` as emphasis; a placeholder of the same
length in private-use characters keeps every column where it was.
"""

import re
from typing import NamedTuple

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import Expression
from rapportbyggare.reading import control_messages, messages
from rapportbyggare.reading.control_words import tears, torn_control

START, FILL, COMMENT = "\ue000", "\ue001", "\ue002"
FIRST_DIGIT, BASE = 0xE010, 64
LIMIT = BASE**3

PLACEHOLDER = re.compile(f"{START}([\ue010-\ue04f]{{3}}){FILL}*")
PRIVATE = re.compile("[\ue000-\ue04f]")
REPLACEMENT = "\ufffd"
REMARK_START = re.compile(r"\{#(?=\s|$)", re.MULTILINE)
TIGHT_REMARK = re.compile(r"\{#[^\s{}][^{}\n]*#\}")
LEADING_REMARK = re.compile(f"^{COMMENT}+ +")
INSIDE = re.compile(r"(?:[^'\"{}]+|'[^']*'|\"[^\"]*\"|\{(?!\{)|\}(?!\}))*(\}\}|\{\{|)")
HIDDEN = re.compile("[{}%\r\ue000-\ue04f]")


class Hidden(NamedTuple):
    """A text with its expressions hidden; `text` has the same lines and columns as the source.

    A control line that is not written as one is reported and, where one can see what it should be, mended: `told` are
    the 0-based lines of those, and `torn` says that blocks begin or end on lines that could not be mended.
    """

    text: str
    expressions: tuple[Expression, ...]
    told: frozenset[int] = frozenset()
    torn: bool = False


def hide(source: str, file: str, problems: list[Problem], line: int = 1, column: int = 1) -> Hidden:
    """Hide comments and expressions; `line` and `column` are where `source` begins in `file`.

    An expression or comment that is not closed, and a `{% … %}` that does not stand alone, are problems. Characters
    that placeholders are made of are no words: they become U+FFFD.
    """
    if HIDDEN.search(source) is None:
        return Hidden(source, ())
    expressions: list[Expression] = []
    source = source if source.isascii() else _without_private(source, Place(file, line, column), problems)
    source = source.replace("\r\n", "\n").replace("\r", "\n") if "\r" in source else source
    lines = _without_remarks(source, file, problems, line).split("\n")
    for number, text in enumerate(lines):
        if "{" in text or "}}" in text or "%}" in text:
            here = Place(file, line + number, column if number == 0 else 1)
            lines[number] = _hide_line(text, here, expressions, problems)
    told = _mend_controls(lines, Place(file, line, column), expressions, problems)
    torn = any(control_of(lines[number]) is None and tears(lines[number]) for number in told)
    return Hidden("\n".join(lines), tuple(expressions), told, torn)


def _without_private(source: str, place: Place, problems: list[Problem]) -> str:
    """A file's own text has none of these; an escape in TOML can make them."""
    match = PRIVATE.search(source)
    if match is None:
        return source
    problems.append(messages.harmful_character(place, ord(match[0])))
    return PRIVATE.sub(REPLACEMENT, source)


def _hide_line(text: str, here: Place, expressions: list[Expression], problems: list[Problem]) -> str:
    done, rest, before = [], 0, len(problems)
    while (start := text.find("{{", rest)) >= 0:
        end, ending = _end_of(text, start)
        place = Place(here.file, here.line, here.column + start, here.column + end)
        if ending != "}}" or len(expressions) >= LIMIT:
            problems.append(_unread(text[start + 2 : end], ending, place))
            done.append(text[rest:end])
        else:
            done += [text[rest:start], _placeholder(len(expressions), end - start)]
            expressions.append(Expression(text[start + 2 : end - 2].strip(), place))
        rest = end
    hidden = "".join(done) + text[rest:]
    _check_signs(hidden, len(problems) > before, here, problems)
    return hidden


def _end_of(text: str, start: int) -> tuple[int, str]:
    """Where the expression that begins at `start` ends, and by what: `}}`, the next `{{` or the line's end ("")."""
    match = INSIDE.match(text, start + 2)
    ending = match[1] if match else ""
    end = match.end() if match and ending else len(text)
    return (end - 2 if ending == "{{" else end), ending


def _unread(written: str, ending: str, place: Place) -> Problem:
    match ending:
        case "}}":
            return control_messages.too_many_expressions(place)
        case "{{":
            return control_messages.unclosed_before_next(place, written.partition("}")[0].strip() if "}" in written else "")
        case _:
            return control_messages.unclosed_expression(place)


def _check_signs(text: str, open_ended: bool, here: Place, problems: list[Problem]) -> None:
    """Signs of the language that are left when the expressions are hidden: nobody would read them."""
    spot = text.find("}}")
    if spot >= 0 and not open_ended and torn_control(text) is None:
        problems.append(control_messages.stray_braces(Place(here.file, here.line, here.column + spot, here.column + spot + 2)))
    if (tight := TIGHT_REMARK.search(text)) is not None:
        problems.append(control_messages.tight_remark(Place(here.file, here.line, here.column + tight.start())))


def _mend_controls(lines: list[str], first: Place, expressions: list[Expression], problems: list[Problem]) -> frozenset[int]:
    """Report the control lines that are not written as such, and mend those that can be; their 0-based numbers."""
    told = set()
    for number, text in enumerate(lines):
        if ("%" not in text and "{" not in text) or control_of(text) is not None:
            continue
        here = Place(first.file, first.line + number, first.column if number == 0 else 1)
        problem, mended = _mended(text, here, tuple(expressions))
        if problem is not None:
            problems.append(problem)
            lines[number] = mended
            told.add(number)
    return frozenset(told)


def _mended(text: str, here: Place, expressions: tuple[Expression, ...]) -> tuple[Problem | None, str]:
    """What is wrong with a line's control signs, and the line with them mended, its words in their columns."""
    if (torn := torn_control(text)) is not None:
        place = here._replace(column=here.column + len(text) - len(text.lstrip()))
        problem = control_messages.torn_control(place, reveal(torn.content, expressions), torn.headless)
        fits = torn.column >= 2
        return problem, f"{{%{' ' * (torn.column - 2)}{torn.content} %}}" if fits else text
    if (spot := text.find("{%")) < 0:
        return None, text
    place = here._replace(column=here.column + spot)
    if "%}" not in text[spot:]:
        return control_messages.unended_control(place), text
    content = control_of(text.strip())
    if content is None:
        return control_messages.misplaced_control(place), text
    return control_messages.misplaced_control(place), f"{{%{' ' * (text.find(content, spot + 2) - 2)}{content} %}}"


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
        problems.append(
            control_messages.unclosed_remark(Place(file, line + above, start.start() - source.rfind("\n", 0, start.start())))
        )
    hidden = "".join(done) + source[rest:]
    return "\n".join(_line_without_remarks(text) if COMMENT in text else text for text in hidden.split("\n"))


def _line_without_remarks(text: str) -> str:
    """A line of comments alone is empty; the space after a comment that begins a line is the comment's."""
    if not text.replace(COMMENT, "").strip():
        return ""
    return LEADING_REMARK.sub(lambda found: COMMENT * len(found[0]), text)
