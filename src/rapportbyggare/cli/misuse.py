"""Why a command line cannot be read, in Swedish: argparse's own words are only looked at, never shown."""

import re
from collections.abc import Callable, Sequence

from rapportbyggare.sources.nearest import suggestion

_SPOKEN = {"--hjälp": ("hjälp", "hjalp", "help"), "--version": ("version",)}
Explained = Callable[[re.Match[str], Sequence[str], Sequence[str]], str]


def explained(words: str, commands: Sequence[str], flags: Sequence[str]) -> str:
    """What is wrong, from argparse's message; `commands` and `flags` are those there are."""
    for pattern, answer in _ANSWERS:
        match = pattern.search(words)
        if match:
            return answer(match, commands, flags).strip()
    return "Kommandot gick inte att förstå."


def _no_command(_: re.Match[str], commands: Sequence[str], __: Sequence[str]) -> str:
    return f"Ange ett kommando: {', '.join(commands[:-1])} eller {commands[-1]}."


def _no_word(match: re.Match[str], *_: Sequence[str]) -> str:
    return f"Kommandot behöver också {match[1]}."


def _unknown_command(match: re.Match[str], commands: Sequence[str], _: Sequence[str]) -> str:
    meant = next((flag for flag, words in _SPOKEN.items() if match[1].lower() in words), "")
    near = f"Menade du ”{meant}”?" if meant else suggestion(match[1], commands)
    return f"Kommandot ”{match[1]}” finns inte. {near}"


def _bad_choice(match: re.Match[str], *_: Sequence[str]) -> str:
    *others, last = re.findall(r"[\w-]+", match[3])
    choices = f"{', '.join(others)} eller {last}" if others else last
    return f"Flaggan {match[1]} kan inte vara ”{match[2]}”. Välj {choices}."


def _no_value(match: re.Match[str], *_: Sequence[str]) -> str:
    return f"Flaggan {match[1]} behöver ett värde efter sig."


def _needless_value(match: re.Match[str], *_: Sequence[str]) -> str:
    return f"Flaggan {match[1]} tar inget värde. Skriv den ensam."


def _left_over(match: re.Match[str], _: Sequence[str], flags: Sequence[str]) -> str:
    flag = match[1].partition("=")[0]
    if not flag.startswith("-"):
        return f"Ordet ”{match[1]}” är ett för mycket. Har ett namn mellanslag: skriv det inom citattecken."
    if flag in flags:
        return f"Flaggan {flag} hör inte till det här kommandot, eller står före det. Flaggor skrivs efter kommandot."
    return f"Flaggan {flag} finns inte. {suggestion(flag, flags)}"


_ANSWERS: tuple[tuple[re.Pattern[str], Explained], ...] = (
    (re.compile(r"arguments are required: KOMMANDO"), _no_command),
    (re.compile(r"arguments are required: (\S+)"), _no_word),
    (re.compile(r"argument KOMMANDO: invalid choice: ['\"](.*)['\"] \(choose"), _unknown_command),
    (re.compile(r"argument ([^:]+): invalid choice: ['\"](.*)['\"] \(choose from (.*)\)"), _bad_choice),
    (re.compile(r"argument (?:\S*/)?([^:/]+): expected one argument"), _no_value),
    (re.compile(r"argument (?:\S*/)?([^:/]+): ignored explicit argument"), _needless_value),
    (re.compile(r"unrecognized arguments: (\S+)"), _left_over),
)
