"""What the archive knows of a draft that is read from its file: the figures of its deliveries, and what its charts show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from rapportbyggare.app.assemble import edition
from rapportbyggare.app.images import charts_of
from rapportbyggare.app.points import rested_on, with_deliveries
from rapportbyggare.app.project import Project
from rapportbyggare.app.replaced import in_side
from rapportbyggare.app.sides import labels
from rapportbyggare.binding.bind import bind
from rapportbyggare.core.blocks import ChartFigure, DocumentBlock, Paragraph, ReadBlock
from rapportbyggare.core.chart import Chart
from rapportbyggare.core.compared import Side
from rapportbyggare.core.images import ImageFile, chart_name
from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.diff.arms import arms


def with_data(side: Side, project: Project, cache: Path | None) -> Side:
    """A draft with what its deliveries say, when the project's archive has them by the same names.

    A chart is known when today's specification draws the very picture that the file has, of the file's deliveries; a passage
    that the data choose is known by its words, when today's draft says the same of those deliveries.
    """
    named = {one.number: one.name for one in side.deliveries}
    used, missing = rested_on(named, project)
    if not named or missing:
        return side
    dataset = with_deliveries(project, used, side.name).dataset
    if dict(edition(project, dataset).deliveries) != named:
        return side
    document, _ = bind(project.draft, dataset, edition(project, dataset), project.style.thousands)
    blocks = [block for section in document.sections for block in all_blocks(section.blocks)]
    known = dict(_charts(blocks, charts_of(document, project.style, cache), side.images))
    chosen = arms(project.draft.sections)
    places = {plain(one.content): one.place for one in blocks if isinstance(one, Paragraph) and one.place in chosen}
    data = replace(
        side,
        dataset=dataset,
        deliveries=labels(named.items(), project.deliveries),
        draft=project.draft.sections,
        choices=document.choices,
    )
    return in_side(data, lambda block: _known(block, known, places))


def _charts(
    blocks: Iterable[DocumentBlock], drawn: Mapping[str, ImageFile], there: Mapping[str, ImageFile]
) -> Iterator[tuple[str, Chart]]:
    """The charts whose very picture stands in the file, by their keys."""
    for block in blocks:
        if isinstance(block, ChartFigure):
            name = chart_name(block.key)
            if name in there and there[name].png == drawn[name].png:
                yield block.key, block.chart


def _known(block: ReadBlock, charts: Mapping[str, Chart], places: Mapping[str, Place]) -> ReadBlock:
    match block:
        case ChartFigure(key=key) if key in charts:
            return replace(block, chart=charts[key])
        case Paragraph(content=content) if (place := places.get(plain(content))) is not None:
            return replace(block, place=place)
        case _:
            return block
