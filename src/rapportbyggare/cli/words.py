"""The author's vocabulary in the terminal."""

from itertools import groupby

from rapportbyggare.binding.vocabulary import Entry
from rapportbyggare.cli.show import as_json, problem_data
from rapportbyggare.core.problem import Problem

HEADINGS = {
    "indikator": "Indikatorer (utan år: rapportåret; utan plats: länet; utan mått: det första)",
    "namn": "Namn",
    "funktion": "Funktioner",
    "filter": "Filter, skrivs efter ett värde",
    "styrrad": "Styrrader, ensamma på en rad längst till vänster",
}


def words_text(entries: tuple[Entry, ...], sought: str | None) -> str:
    """All entries by group, each with its example and what the example prints."""
    if not entries:
        return f"Inget uttryck innehåller ”{sought}”."
    groups = groupby(entries, key=lambda entry: entry.group)
    return "\n\n".join(f"{HEADINGS[group]}\n" + "\n".join(_entry(entry) for entry in found) for group, found in groups)


def _entry(entry: Entry) -> str:
    lines = [f"\n  {entry.usage}", f"      {entry.meaning}"]
    if entry.example:
        lines.append(f"      {entry.example}" + (f"  →  {entry.result}" if entry.result else ""))
    elif entry.result:
        lines.append(f"      {entry.result}")
    return "\n".join(lines)


def words_data(entries: tuple[Entry, ...], problems: tuple[Problem, ...], code: int) -> str:
    """All entries for programs: schema `uttryck/1`."""
    found = [{"grupp": e.group, "skrivs": e.usage, "betyder": e.meaning, "exempel": e.example, "blir": e.result} for e in entries]
    problem = [problem_data(one) for one in problems]
    data = {"schema": "uttryck/1", "slutkod": code, "uttryck": found, "problem": problem}
    return as_json(data)
