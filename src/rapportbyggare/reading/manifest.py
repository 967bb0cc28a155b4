"""`report/rapport.toml`: what is said of the report as a whole."""

import re
from datetime import date
from pathlib import Path

from rapportbyggare.core.manifest import DocumentStatus, Manifest
from rapportbyggare.core.problem import Problem
from rapportbyggare.reading import specification_messages as messages
from rapportbyggare.sources.text import read_text
from rapportbyggare.sources.toml import Fields, format_number, read_table

FILE = "report/rapport.toml"
FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TEXTS = {
    "titel": "title",
    "dokumenttyp": "kind",
    "organisation": "organisation",
    "namnd": "committee",
    "plan": "plan",
    "planperiod": "plan_period",
    "kontakt": "contact",
    "amne": "subject",
    "diarienummer": "registry_numbers",
    "nyckelord": "keywords",
}
NUMBER = re.compile(r"[0-9]+")
YEARS = range(1900, 2200)


def read_manifest(project: Path) -> tuple[Manifest | None, tuple[Problem, ...]]:
    """The manifest, or None when the file cannot be read at all."""
    source, faults = read_text(project, FILE)
    problems = list(faults)
    if faults:
        return None, tuple(problems)
    fields = read_table(source, FILE, problems)
    format_number(fields)
    manifest = _manifest(fields)
    _check(manifest, fields, problems)
    fields.done()
    return manifest, tuple(problems)


def _manifest(fields: Fields) -> Manifest:
    year = fields.whole("ar")
    return Manifest(
        title=_with_year(fields.text("titel"), year),
        kind=fields.text("dokumenttyp"),
        organisation=fields.text("organisation"),
        committee=fields.text("namnd"),
        decision_date=fields.text("beslutsdatum", ""),
        paragraph=fields.text("paragraf", ""),
        registry_numbers=fields.texts("diarienummer", ()),
        plan=fields.text("plan"),
        plan_period=fields.text("planperiod"),
        contact=fields.text("kontakt", ""),
        language=fields.text("sprak", "sv-SE"),
        status=fields.choice("status", DocumentStatus),
        year=year,
        subject=fields.text("amne", ""),
        keywords=fields.texts("nyckelord", ()),
        contents=fields.flag("innehallsforteckning", True),
        sections=fields.texts("avsnitt", ()),
        file_name=_with_year(fields.text("filnamn"), year),
        template=fields.text("mall", ""),
        edition=fields.text("utgava", ""),
    )


def _with_year(text: str, year: int) -> str:
    return re.sub(r"\{\{\s*[aå]r\s*\}\}", str(year), text)


def _check(manifest: Manifest, fields: Fields, problems: list[Problem]) -> None:
    if "filnamn" in fields and not FILE_NAME.fullmatch(manifest.file_name):
        problems.append(messages.bad_file_name(fields.value_place("filnamn"), manifest.file_name))
    if isinstance(fields.values.get("ar"), int) and manifest.year not in YEARS:
        problems.append(messages.bad_year(fields.value_place("ar")))
    if manifest.decision_date and not _is_date(manifest.decision_date):
        problems.append(messages.bad_date(fields.value_place("beslutsdatum"), manifest.decision_date))
    if manifest.paragraph and not NUMBER.fullmatch(manifest.paragraph):
        digits = NUMBER.findall(manifest.paragraph)
        place = fields.value_place("paragraf")
        problems.append(messages.bad_paragraph(place, manifest.paragraph, digits[0] if len(digits) == 1 else ""))
    for key in (key for key in TEXTS if key in fields):
        if any("{{" in text for text in _written(manifest, key)):
            problems.append(messages.expression_in_manifest(fields.value_place(key), key))
    for key, text in (("titel", manifest.title), ("dokumenttyp", manifest.kind), ("organisation", manifest.organisation)):
        if key in fields and not text.strip():
            problems.append(messages.empty_text(fields.value_place(key), key))
    if manifest.status is DocumentStatus.DECIDED and not manifest.edition.strip():
        problems.append(messages.no_edition(fields.value_place("utgava" if "utgava" in fields else "status")))
    if manifest.language != "sv-SE":
        problems.append(messages.other_language(fields.value_place("sprak"), manifest.language))


def _written(manifest: Manifest, key: str) -> tuple[str, ...]:
    text = getattr(manifest, TEXTS[key])
    return (text,) if isinstance(text, str) else tuple(text)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
