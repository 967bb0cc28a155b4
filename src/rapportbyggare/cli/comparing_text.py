"""A comparison in the terminal, and for programs."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from rapportbyggare.app.build import shown
from rapportbyggare.app.compared_data import SCHEMA, comparison_data
from rapportbyggare.app.comparing import Compared
from rapportbyggare.app.output import Placed, Reason
from rapportbyggare.cli.changes_text import wrapped
from rapportbyggare.cli.handed_text import handed_text
from rapportbyggare.cli.show import harmless, problem_data
from rapportbyggare.core.compared import Cause, Comparison, FigureChange
from rapportbyggare.page.tally import Part, tally
from rapportbyggare.typography.words import counted, join_words

MOST_FIGURES = 20
LEAD = "  "
WHY = {
    Reason.EDITED: "har ändrats sedan den skrevs",
    Reason.LOCKED: "är öppen i ett annat program",
    Reason.DECIDED: "är ett beslutat dokument",
}
MADE_OF = {
    Cause.DATA: "av nya uppgifter",
    Cause.TEXT: "av att någon har skrivit",
    Cause.STRUCTURE: "av ny ordning eller form",
    Cause.NUMBERING: "av ny numrering",
    Cause.STYLE: "av nytt utseende",
}
SAID = {
    Part.PASSAGE: ("stycke eller rubrik", "stycken och rubriker"),
    Part.TABLE: ("tabell", "tabeller"),
    Part.FIGURE: ("diagram eller bild", "diagram och bilder"),
    Part.NOTE: ("not", "noter"),
    Part.OTHER: ("annat", "annat"),
}


def comparison_text(found: Compared, folder: Path) -> str:
    """What differs in short, what should be known, and where the files are."""
    comparison = found.comparison
    if comparison is None:
        return "Inget jämfördes och inget skrevs, se ovan."
    parts = [_heading(comparison), *_remarks(found.remarks)]
    handed = [part for one in found.handed_back for part in handed_text(one)]
    if comparison.same:
        return harmless("\n\n".join([*parts, "Inget skiljer. Inga filer skrevs.", *handed]))
    parts += ["\n".join(_lines(_counts(comparison))), *_figures(comparison.figures), *handed, *_files(found, folder)]
    return harmless("\n\n".join(part for part in parts if part))


def _heading(comparison: Comparison) -> str:
    return f"Jämför {comparison.old.name} med {comparison.new.name}"


def _lines(text: str) -> Iterator[str]:
    yield from wrapped(text, "", "")


def _remarks(remarks: Iterable[str]) -> list[str]:
    lines = [line for remark in remarks for line in wrapped(remark, "- ", LEAD)]
    return ["\n".join(["Att veta:", *lines])] if lines else []


def _counts(comparison: Comparison) -> str:
    """How many figures, how much of the report, and why."""
    parts, number = tally(comparison), len(comparison.figures)
    figures = f"{counted(number, 'uppgift', 'uppgifter')} har ändrats. " if number else "Ingen uppgift har ändrats. "
    touched = [counted(parts[part], *words) for part, words in SAID.items() if parts[part]]
    where = f"Det skiljer i {join_words(touched)}. " if touched else ""
    causes = [one.cause for one in comparison.changes]
    made = [f"{causes.count(cause)} {words}" for cause, words in MADE_OF.items() if cause in causes]
    return f"{figures}{where}{counted(len(causes), 'ändring', 'ändringar')}: {join_words(made)}."


def _figures(figures: tuple[FigureChange, ...]) -> list[str]:
    if not figures:
        return []
    lines = [line for one in figures[:MOST_FIGURES] for line in wrapped(_figure(one), LEAD, LEAD * 2)]
    more = len(figures) - MOST_FIGURES
    return ["\n".join(["ÄNDRADE UPPGIFTER", *lines, *([f"{LEAD}… och {more} till (alla står i filerna)"] if more > 0 else [])])]


def _figure(one: FigureChange) -> str:
    delivery = f" (leverans {one.new_delivery.number})" if one.new_delivery else ""
    return f"{one.label}: {one.old or 'fanns inte'} → {one.new or 'finns inte längre'}{delivery}"


def _files(found: Compared, folder: Path) -> list[str]:
    return ["\n".join(line for one in found.files for line in _file(one, folder))] if found.files else []


def _file(one: Placed, folder: Path) -> Iterator[str]:
    yield f"Oförändrad: {shown(one.path, folder)}" if one.unchanged else f"Skrev {shown(one.path, folder)}"
    if one.reason is not None and one.kept is not None:
        yield f"{LEAD}{one.kept.name} {WHY[one.reason]} och är orörd."


def answer_data(found: Compared, folder: Path, code: int) -> str:
    """A comparison for programs, on one line: schema `jamfor/1`."""
    data: dict[str, object] = {"schema": SCHEMA, "slutkod": code, "problem": list(map(problem_data, found.problems))}
    if found.comparison is not None:
        data |= {
            "filer": [_file_data(one, folder) for one in found.files],
            **comparison_data(found.comparison, found.remarks, found.handed_back),
        }
    return json.dumps(data)


def _file_data(one: Placed, folder: Path) -> dict[str, object]:
    reason = one.reason.value if one.reason else ""
    return {"fil": shown(one.path, folder), "skriven": not one.unchanged, "bredvid": reason}
