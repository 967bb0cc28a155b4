"""`figures/*.toml`: charts as data."""

from pathlib import Path
from unicodedata import normalize

from rapportbyggare.core.chart import ChartKind
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.specifications import ChartRule
from rapportbyggare.reading import specification_messages as messages
from rapportbyggare.reading.names import NAME, better_name
from rapportbyggare.reading.notes import check_notes, marks_in, refuse_marks
from rapportbyggare.reading.specifications import expression_of, notes_of, text_of
from rapportbyggare.sources.text import read_text
from rapportbyggare.sources.toml import format_number, read_table

FOLDER = "figures"
HEIGHTS_CM = (3.0, 22.0)


def read_charts(project: Path) -> tuple[dict[str, ChartRule], tuple[Problem, ...]]:
    """The chart specifications by name, which is the file's name."""
    problems: list[Problem] = []
    folder = project / FOLDER
    files = sorted(path.name for path in folder.glob("*.toml")) if folder.is_dir() else []
    rules = [_chart(project, f"{FOLDER}/{name}", problems) for name in files]
    return {rule.name: rule for rule in rules if rule is not None}, tuple(problems)


def _chart(project: Path, file: str, problems: list[Problem]) -> ChartRule | None:
    source, faults = read_text(project, file)
    problems += faults
    if faults:
        return None
    fields = read_table(source, file, problems)
    format_number(fields)
    rule = ChartRule(
        name=_name(file, problems),
        kind=fields.choice("typ", ChartKind),
        caption=text_of(fields, "rubrik", problems, None),
        source=text_of(fields, "kalla", problems, None),
        categories=expression_of(fields, "kategorier"),
        category_text=text_of(fields, "kategoritext", problems, "{{ kategori }}"),
        series=expression_of(fields, "serier"),
        series_text=text_of(fields, "serietext", problems, "{{ serie }}"),
        value=expression_of(fields, "varde"),
        axis=text_of(fields, "axel", problems),
        ordered=fields.flag("ordnade", False),
        table=fields.text("tabell"),
        alt=text_of(fields, "alt", problems),
        height_cm=fields.number("hojd_cm", 8.0),
        notes=notes_of(fields, problems),
        place=fields.here,
    )
    if not HEIGHTS_CM[0] <= rule.height_cm <= HEIGHTS_CM[1]:
        problems.append(messages.bad_height(fields.place("hojd_cm"), HEIGHTS_CM))
    fields.done()
    problems += check_notes(marks_in((rule.caption, rule.source)), rule.notes)
    refuse_marks((rule.category_text, rule.series_text, rule.axis, rule.alt), problems)
    return rule


def _name(file: str, problems: list[Problem]) -> str:
    """The chart's name, from its file's; one that cannot be said is reported and read as the one that is proposed."""
    name = normalize("NFC", file.removeprefix(f"{FOLDER}/").removesuffix(".toml"))
    if NAME.fullmatch(name):
        return name
    better = better_name(name) or "mitt-diagram"
    remedy = f"Ge filen namnet {FOLDER}/{better}.toml, och skriv {{% diagram {better} %}}."
    problems.append(messages.unsayable_name(Place(file), "diagram", name, remedy))
    return better
