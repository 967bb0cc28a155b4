"""The only meeting of words and numbers: drafts and a dataset become a document."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import NamedTuple

from rapportbyggare.binding import messages
from rapportbyggare.binding.blocks import BlockBinder
from rapportbyggare.binding.charts import ChartBinder, facts_of
from rapportbyggare.binding.lacking import missing_facts
from rapportbyggare.binding.marks import Register, Target
from rapportbyggare.binding.references import resolved, resolved_text
from rapportbyggare.binding.scope import scope_of
from rapportbyggare.binding.tables import TableBinder, figures_in
from rapportbyggare.binding.texts import TextBinder
from rapportbyggare.binding.work import Exhausted
from rapportbyggare.core.blocks import Heading, Table
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document, DraftSection, Edition, Section
from rapportbyggare.core.figure import Figure
from rapportbyggare.core.manifest import Manifest
from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.specifications import ChartRule, TableRule
from rapportbyggare.core.walk import all_blocks

NEAR = 0.75


class Draft(NamedTuple):
    """All that is written: the manifest, the sections in order, and the specifications by name."""

    manifest: Manifest
    sections: tuple[DraftSection, ...]
    tables: Mapping[str, TableRule]
    charts: Mapping[str, ChartRule]


def bind(draft: Draft, dataset: Dataset, edition: Edition, thousands: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document that `draft` is with the facts of `dataset`, and every problem met on the way.

    A draft whose expressions take too much work is given up where they have: its document is empty.
    """
    problems: list[Problem] = []
    texts = TextBinder(Register(problems), problems)
    charts = ChartBinder(texts, [])
    blocks = BlockBinder(texts, draft.tables, draft.charts, TableBinder(texts), charts)
    scope = scope_of(dataset, draft.manifest, thousands)
    try:
        sections = tuple(blocks.section(section, scope) for section in draft.sections)
    except Exhausted:
        return Document(draft.manifest, (), (), frozenset(), edition), tuple(problems)
    document = _finished(draft.manifest, sections, texts, edition)
    problems += missing_facts(texts.missing, dataset)
    _check_references(draft, texts, problems)
    _check_notes(document, texts, problems)
    _check_charts(document, charts, problems)
    if not problems and not any(section.blocks for section in sections):
        problems.append(messages.empty_report(Place("sections")))
    return document, tuple(problems)


def _finished(manifest: Manifest, sections: tuple[Section, ...], texts: TextBinder, edition: Edition) -> Document:
    targets = texts.register.targets
    targets.update(_heading_words(sections, targets))
    led_to = frozenset(key for key, _ in texts.pending if key in targets)
    notes = tuple(replace(note, content=resolved_text(note.content, targets)) for note in texts.register.notes.values())
    done = tuple(Section(section.file, resolved(section.blocks, targets)) for section in sections)
    choices = {place: tuple(facts) for place, facts in texts.choices.items()}
    return Document(manifest, done, notes, led_to, edition, choices)


def _heading_words(sections: tuple[Section, ...], targets: Mapping[str, Target]) -> dict[str, Target]:
    """References to unnumbered headings say the heading's words, which may hold references themselves."""
    headings = (block for section in sections for block in all_blocks(section.blocks) if isinstance(block, Heading))
    found = ((heading, targets[heading.key]) for heading in headings if heading.key in targets)
    return {
        heading.key: target._replace(number=plain(resolved_text(heading.content, targets)))
        for heading, target in found
        if target.kind == "rubrik"
    }


def _check_references(draft: Draft, texts: TextBinder, problems: list[Problem]) -> None:
    misnamed = any(problem.code in ("okand-tabell", "okand-diagram") for problem in problems)
    for key, place in texts.pending:
        if key not in texts.register.targets:
            if key not in draft.tables and key not in draft.charts:
                near = get_close_matches(key, texts.register.targets, 1, NEAR)
                problems.append(messages.unknown_reference(place, key, near))
            elif not misnamed:
                problems.append(messages.not_inserted(place, key, "tabell" if key in draft.tables else "diagram"))
        elif key in texts.register.ambiguous:
            problems.append(messages.ambiguous_reference(place, key))


def _check_notes(document: Document, texts: TextBinder, problems: list[Problem]) -> None:
    """A preliminary figure may stand without its note only where the note stands elsewhere."""
    printed = set(texts.register.notes) | texts.printed_below
    for text, place in texts.unmarked:
        if text not in printed and document.manifest.final:
            problems.append(messages.note_not_printed(place, text))


def _check_charts(document: Document, charts: ChartBinder, problems: list[Problem]) -> None:
    tables = {b.key: b for section in document.sections for b in all_blocks(section.blocks) if isinstance(b, Table)}
    for rule, figures in charts.shown:
        if not rule.table:
            problems.append(messages.no_table_named(rule.place))
            continue
        lines = [line for row in tables[rule.table].body for c in row.cells for line in c.lines] if rule.table in tables else []
        found = facts_of(tuple(figure for line in lines for figure in figures_in(line)))
        lacking = [_named(figure) for figure in figures if not facts_of((figure,)) <= found]
        if lacking:
            problems.append(messages.values_not_in_table(rule.place, rule.table, list(dict.fromkeys(lacking))))


def _named(figure: Figure) -> str:
    return ", ".join(f"{fact.indicator} {fact.area} {fact.year}" for fact in figure.facts[:2])
