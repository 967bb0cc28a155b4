"""Reading hand-written files never raises, and its places lead to what they speak of."""

import tomllib
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.spots import Lines, find_spots
from rapportbyggare.sources.text import decode
from rapportbyggare.sources.toml import Fields, read_table

SOUP = st.lists(
    st.sampled_from(
        [
            "a",
            "b.c",
            '"å"',
            "[",
            "]",
            "[[",
            "]]",
            "=",
            "\n",
            " ",
            '"',
            '"""',
            "'",
            "'''",
            ",",
            "{",
            "}",
            "1",
            "8,5",
            "#",
            "\\",
            "”",
        ]
    ),
    max_size=25,
).map("".join)
KEYS = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "S")), max_size=8)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


SCALARS = (
    TEXTS.map(quoted)
    | st.integers(-99, 99).map(str)
    | st.sampled_from(["true", "1.5", "2025-10-14", "'rå [text] # ='", '"""\nrad\n"två" """'])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[ " + ", # not\n ".join(items) + (" ]" if not items else "\n]"))
        | st.dictionaries(KEYS, SCALARS.filter(lambda text: "\n" not in text), max_size=3).map(
            lambda pairs: "{ " + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + " }"
        )
    ),
    max_leaves=5,
)
PAIRS = st.dictionaries(KEYS, VALUES, max_size=4).map(
    lambda pairs: "".join(f"{key} = {value}  # not\n" for key, value in pairs.items())
)
PLAIN_VALUES = st.sampled_from(['"[[tabell]]"', '"a = 1"', '""', "7", "true", "1.5"])
PLAIN_PAIRS = st.dictionaries(KEYS, PLAIN_VALUES, max_size=3).map(
    lambda pairs: "".join(f"{key} = {value}\n" for key, value in pairs.items())
)
HEADS = st.sampled_from(["[[tabell]]\n", "[[tabell.rad]]\n", "[[b]]\n", "# [falsk]\n\n"])
TABLES = st.lists(st.tuples(HEADS, PAIRS | PLAIN_PAIRS), max_size=6)


@given(st.binary(max_size=60) | st.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_text_and_places_in_it(content: bytes) -> None:
    text, problems = decode(content, "a.md")
    lines = text.split("\n")
    assert "\r" not in text and "\x00" not in text and not any("\ue000" <= letter <= "\ue1ff" for letter in text)
    for problem in problems:
        assert problem.place.line <= len(lines)
        assert problem.place.line == 0 or problem.place.column <= len(lines[problem.place.line - 1]) + 1


@given(SOUP | st.text(max_size=40))
def test_any_text_can_be_asked_as_toml(text: str) -> None:
    problems: list[Problem] = []
    fields = read_table(text, "a.toml", problems)
    ask_everything(fields)
    fields.done()
    lines = text.split("\n")
    for problem in problems:
        assert 0 <= problem.place.line <= len(lines)
        assert problem.remedy and "line" not in problem.message


def ask_everything(fields: Fields) -> None:
    for key in (*fields.keys, "saknas"):
        fields.text(key)
        fields.whole(key)
        fields.numbers(key)
        fields.table(key)
        fields.tables(key)


@given(TABLES.map(lambda tables: "".join(head + body for head, body in tables)))
def test_every_value_stands_where_its_spot_says(text: str) -> None:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    spots = find_spots(text)
    for path, value in leaves(values):
        line, column = Lines(text).at(spots[path].value)
        rest = "\n".join([text.split("\n")[line - 1][column - 1 :], *text.split("\n")[line:]])
        match value:
            case str():
                assert rest.startswith((value, quoted(value)[1:-1]))
            case bool():
                assert rest.startswith(str(value).lower())
            case int() | float():
                assert rest.startswith(str(value))


def leaves(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    match value:
        case Mapping():
            return [leaf for key, one in value.items() for leaf in leaves(one, (*path, key))]
        case list():
            return [leaf for index, one in enumerate(value) for leaf in leaves(one, (*path, index))]
        case _:
            return [(path, value)]
