"""Lists of codes with versions: which codes count, and from when to when (`report/kodlistor/*.toml`)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from rapportbyggare.core.problem import Problem, has_errors
from rapportbyggare.intake import codelist_messages as messages
from rapportbyggare.sources.text import read_text
from rapportbyggare.sources.toml import Fields, format_number, read_table
from rapportbyggare.typography.dates import is_date

FOLDER = "report/kodlistor"
_CODE = re.compile(r"(?P<division>[0-9]{2})\.?(?P<rest>[0-9]{2,3})(?:\s.*)?", re.DOTALL)
_BARE = re.compile(r"[0-9]{1,5}(?:\s.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Version:
    """The codes of one edition of a classification, as digits, and the extracts it is for (ISO; `until` "" while it is).

    `only_here` are codes that no other edition has: a file that holds some of two editions' mixes them.
    """

    name: str
    since: str
    until: str
    codes: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    only_here: frozenset[str]


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list of codes of `digits` digits. `file` is its place in the project."""

    name: str
    file: str
    digits: int
    versions: tuple[Version, ...]

    def version_at(self, extract: str) -> Version | None:
        """The version for a file extracted on a day, or in a month (its first day); the only one there is for ""."""
        if not extract:
            return self.versions[0] if len(self.versions) == 1 else None
        day = f"{extract}-01"[:10]
        return next((one for one in self.versions if one.since <= day and (not one.until or day <= one.until)), None)

    def others(self, version: Version) -> frozenset[str]:
        """The codes that show another version than `version`."""
        return frozenset[str]().union(*(one.only_here for one in self.versions if one is not version))


def digits_of(text: str, digits: int) -> str | None:
    """A code as `digits` digits, out of "90010", "90.010" or "90.010 Artistisk verksamhet"; None when it is none.

    One digit too few without a dot is a leading zero that a spreadsheet has taken: "1130" is "01130". A nought alone is
    the register's code for an unknown branch.
    """
    text = text.strip()
    dotted = _CODE.fullmatch(text)
    if dotted and len(dotted["division"] + dotted["rest"]) == digits:
        return dotted["division"] + dotted["rest"]
    if _BARE.fullmatch(text):
        bare = text.split()[0]
        return bare.zfill(digits) if len(bare) == digits - 1 or bare == "0" else None
    return None


def lost_zero(text: str, digits: int) -> bool:
    """Whether a code is one that has lost its leading zero."""
    bare = text.split()
    return bool(bare) and bare[0].isdecimal() and len(bare[0]) == digits - 1


def read_code_list(project: Path, name: str) -> tuple[CodeList | None, tuple[Problem, ...]]:
    """A list of codes and all that is wrong with it; None when it has an error."""
    file = f"{FOLDER}/{name}.toml"
    text, problems = read_text(project, file)
    if not text and problems:
        return None, problems
    found = list(problems)
    fields = read_table(text, file, found)
    format_number(fields)
    one = _code_list(fields, name, file)
    fields.done()
    sound = fields.readable and not has_errors(found)
    return (one if sound else None), tuple(dict.fromkeys(found))


def _code_list(fields: Fields, name: str, file: str) -> CodeList:
    fields.text("namn", "")
    digits = fields.whole("siffror")
    if "siffror" in fields and digits not in (4, 5):
        fields.report(messages.strange_digits(fields.value_place("siffror"), digits))
    tables = fields.tables("version", required=True)
    versions = _told_apart([_version(table, digits) for table in tables])
    _check_times(tables, versions)
    return CodeList(name, file, digits, versions)


def _version(table: Fields, digits: int) -> Version:
    since, until = _day(table, "fran"), _day(table, "till", "")
    codes = _codes(table, "koder", digits)
    groups = table.table("grupper")
    named = {key: _codes(groups, key, digits) for key in groups.keys}
    for key, group in named.items():
        if not group <= codes:
            groups.report(messages.group_outside(groups.place(key), key))
    own = _codes(table, "bara_har", digits, required=False)
    return Version(table.text("namn"), since, until, codes, named, own)


def _day(table: Fields, key: str, default: str | None = None) -> str:
    text = table.text(key, default)
    if text and not is_date(text):
        table.report(messages.no_day(table.value_place(key), key, text))
    return text


def _codes(table: Fields, key: str, digits: int, required: bool = True) -> frozenset[str]:
    written = table.texts(key, None if required else ())
    codes: dict[str, int] = {}
    for index, text in enumerate(written):
        code = text.replace(".", "", 1)
        if not (len(code) == digits and code.isdecimal() and code.isascii()):
            table.report(messages.no_code(table.value_place(key, index), text, digits))
        elif code in codes:
            table.report(messages.code_twice(table.value_place(key, index), text))
        codes.setdefault(code, index)
    return frozenset(codes)


def _told_apart(versions: Iterable[Version]) -> tuple[Version, ...]:
    """The versions, each knowing the codes that none of the others counts, when it does not say so itself."""
    every = tuple(versions)
    return tuple(
        Version(one.name, one.since, one.until, one.codes, one.groups, one.only_here or one.codes - _but(every, one))
        for one in every
    )


def _but(versions: tuple[Version, ...], one: Version) -> frozenset[str]:
    return frozenset[str]().union(*(other.codes for other in versions if other is not one))


def _check_times(tables: Sequence[Fields], versions: Sequence[Version]) -> None:
    """No two versions hold at once; those whose first day cannot be read are not compared."""
    dated = [pair for pair in zip(versions, tables, strict=True) if is_date(pair[0].since)]
    ordered = sorted(dated, key=lambda pair: pair[0].since)
    for (earlier, _), (later, table) in pairwise(ordered):
        if not earlier.until or earlier.until >= later.since:
            same = earlier.since == later.since
            table.report(messages.at_once(table.here, earlier.name, later.name, date.fromisoformat(later.since), same))
