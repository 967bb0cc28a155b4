"""The whole binding: notes that must stand, years that must follow, blocks that must not vanish."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from rapportbyggare.app.project import Project, read_project
from rapportbyggare.binding.bind import bind
from rapportbyggare.binding.evaluate import evaluate, read
from rapportbyggare.binding.work import MOST_STEPS, Exhausted
from rapportbyggare.core.blocks import ChartFigure, Landscape, Paragraph, Table
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import Value
from rapportbyggare.core.walk import all_blocks, all_texts, values_in
from rapportbyggare.data.archive import as_of
from tests.small import DATASET, EDITION, SPACE, bound, scope

ROOT = Path(__file__).resolve().parents[3]
YEAR = re.compile(r"\b20[12][0-9]\b")


def test_a_final_document_needs_the_note_of_a_preliminary_figure() -> None:
    silent = "{{ omsattning(2024) | utan_not }}\n"
    assert bound(silent)[1] == ()
    _, problems = bound(silent, status=DocumentStatus.PROPOSAL)
    assert [(problem.code, problem.place.line) for problem in problems] == [("preliminar-utan-not", 1)]
    assert bound(silent + "\n{{ omsattning(2024) }}\n", status=DocumentStatus.PROPOSAL)[1] == ()


def test_a_heading_never_brings_a_note_of_its_own() -> None:
    document, _ = bound("# {{ omsattning(2024) }}\n")
    assert document.notes == ()


def test_targets_are_what_is_led_to() -> None:
    document, _ = bound("# A {#a}\n\n# B {#b}\n\nSe [](#b) och [](#c).\n")
    assert document.targets == {"b"}


def test_a_paragraph_of_a_note_alone_is_kept() -> None:
    document, problems = bound("[^n]\n\n[^n]: Text.\n")
    assert problems == () and len(document.notes) == 1
    assert [type(block) for block in document.sections[0].blocks] == [Paragraph]


def test_an_empty_report() -> None:
    assert [problem.code for problem in bound("")[1]] == ["tom-rapport"]
    assert [problem.code for problem in bound("{% if false %}\nx\n{% endif %}\n")[1]] == ["tom-rapport"]


def test_turns_are_counted_in_all() -> None:
    loops = "{% for a in aren(1990, 2189) %}\n{% for b in aren(1990, 2189) %}\n{{ '' }}\n{% endfor %}\n{% endfor %}\nx\n"
    _, problems = bound(loops)
    assert [problem.code for problem in problems] == ["for-manga-varv"]
    one = "{% for a in aren(1990, 2189) %}\n{{ a }}\n{% endfor %}\n"
    assert bound(one * 50)[1] == ()
    assert [problem.code for problem in bound(one * 51)[1]] == ["for-manga-varv"]


def test_a_run_that_takes_too_much_work_is_given_up_at_once() -> None:
    doubled = "{% for b in [[" + "a, " * 150 + "]] %}\n{% for a in [[" + "b, " * 150 + "]] %}\n"
    bomb = "{% for a in [okade(foretag, ar, ar - 1)] %}\n" + doubled * 2 + "x\n" + "{% endfor %}\n" * 5
    document, problems = bound(f"{{{{ okänd }}}}\n\n{bomb}\n{{{{ okänd }}}}\n")
    assert [(problem.code, problem.place.line) for problem in problems] == [("okand-namn", 1), ("for-mycket-arbete", 6)]
    assert document.sections == ()


def test_numbers_that_grow_from_loop_to_loop_are_refused() -> None:
    loops = "".join(f"{{% for {name} in [{' * '.join([of] * 24)}] %}}\n" for of, name in ("xa", "ab", "bc", "cd", "de"))
    _, problems = bound("{% for x in [999999999999999] %}\n" + loops + "x\n" + "{% endfor %}\n" * 6)
    assert [problem.code for problem in problems] == ["for-stort-tal"]


@pytest.mark.parametrize(
    "source", ["foretag(ar, 'Berg')", "rang(foretag, ar, 'Åre')", "'Åre' in kommuner", "kommuner | uppraknat", "aren(1900, 2000)"]
)
def test_all_that_takes_time_is_counted(source: str) -> None:
    counted = scope()
    counted.work.steps = MOST_STEPS - read(source).parts
    with pytest.raises(Exhausted):
        evaluate(source, counted)


def test_a_year_without_figures_is_answered_by_those_that_have() -> None:
    (problem,) = bound("A {{ foretag(2026) }}\n")[1]
    assert problem.expected == "ett år som har en uppgift: 2023, 2024, 2025"


def test_a_catalogue_without_county_or_municipalities_does_not_stop_the_reading() -> None:
    bare = replace(DATASET, catalogue=DATASET.catalogue._replace(areas={}))
    _, problems = bound("{{ foretag() }} {{ storst(foretag, ar) }} {{ lan }}\n", dataset=bare)
    assert {problem.code for problem in problems} == {"okand-plats", "tom-summa"}


def project() -> Project:
    found, problems = read_project(ROOT)
    assert found is not None and problems == ()
    return found


def next_year(dataset: Dataset) -> Dataset:
    """The dataset with every fact again, a year later."""
    later = {
        key._replace(year=key.year + 1): one._replace(
            key=key._replace(year=key.year + 1),
            period=YEAR.sub(lambda year: str(int(year[0]) + 1), one.period),
            measured=one.measured and one.measured + 1,
            origin=one.origin._replace(extract=YEAR.sub(lambda year: str(int(year[0]) + 1), one.origin.extract)),
        )
        for key, one in dataset.observations.items()
        if key.year
    }
    return replace(dataset, observations={**dataset.observations, **later})


def values(document: Document) -> list[Value]:
    """What is generated; a sentence of the author's own that is only chosen by an expression is not."""
    every = (value for text in all_texts(document) for value in values_in(text))
    return [value for value in every if "' if " not in value.expression.source]


def test_next_years_report_is_one_line() -> None:
    """With the year set to 2026 every generated year follows."""
    found = project()
    dataset = as_of(found.deliveries, found.catalogue)
    manifest = found.draft.manifest._replace(year=2026)
    this, _ = bind(found.draft, dataset, EDITION, SPACE)
    then, problems = bind(found.draft._replace(manifest=manifest), next_year(dataset), EDITION, SPACE)
    assert problems == ()
    years = [(a.text, b.text) for a, b in zip(values(this), values(then), strict=True) if YEAR.search(a.text)]
    assert len(years) > 20
    for before, after in years:
        expected = before if "–" in before and "2027" in before else YEAR.sub(lambda year: str(int(year[0]) + 1), before)
        assert after == expected
    for one, other in zip(charts(this), charts(then), strict=True):
        assert YEAR.findall(other.alt) == [str(int(year) + 1) for year in YEAR.findall(one.alt)]


def charts(document: Document) -> list[ChartFigure[object]]:
    blocks = (block for section in document.sections for block in all_blocks(section.blocks))
    return [block for block in blocks if isinstance(block, ChartFigure)]


def test_without_next_years_figures_every_one_of_them_is_named() -> None:
    found = project()
    manifest = found.draft.manifest._replace(year=2026)
    document, problems = bind(found.draft._replace(manifest=manifest), as_of(found.deliveries, found.catalogue), EDITION, SPACE)
    said = " ".join(problem.message for problem in problems)
    for municipality in found.catalogue.municipalities:
        assert f"antal_kkb(2026, '{municipality}'" in said and f"andel_kkb(2026, '{municipality}'" in said
    county = [name for name, one in found.catalogue.indicators.items() if re.search(rf"\b{name}\(2026, 'Jämtlands län'", said)]
    assert set(county) >= {"antal_kkb", "andel_kkb", "antal_kkb_sni", "andel_foretagsstod", "andel_projektstod", "kulturstod"}
    assert not any(problem.code == "okand-hanvisning" for problem in problems)
    captions = [
        plain(block.caption) for section in document.sections for block in all_blocks(section.blocks) if isinstance(block, Table)
    ]
    assert any("2024–2026" in caption for caption in captions) and not any("2023–2025" in caption for caption in captions[:2])


def codes(*sections: str) -> list[str]:
    return [problem.code for problem in bound(*sections)[1]]


def test_a_loop_takes_no_name_that_is_in_use() -> None:
    assert codes("{% for ar in aren(2023, 2025) %}\n{{ foretag() }}\n{% endfor %}\n") == ["upptaget-namn"]


def test_keys_differ_in_more_than_case() -> None:
    assert codes("# A {#Alfa}\n\n## B {#alfa}\n") == ["dubbel-nyckel"]


def test_a_heading_that_becomes_empty_is_told() -> None:
    assert codes("# {{ 'x' if ar == 2024 }}\n") == ["tom-rubrik"]


def test_lists_join_only_across_control_lines() -> None:
    document, _ = bound("- a\n- b\n\n{% if finns(foretag()) %}\n- c\n{% endif %}\n- d\n")
    assert len(document.sections[0].blocks) == 1
    document, _ = bound("1. a\n2. b\n\n{{ '' }}\n\n1. c\n")
    assert len(document.sections[0].blocks) == 2


def test_a_landscape_passage_inside_another_is_one() -> None:
    document, problems = bound("{% liggande %}\nA\n\n{% liggande %}\nB\n{% endliggande %}\nC\n{% endliggande %}\n")
    (passage,) = document.sections[0].blocks
    assert problems == () and isinstance(passage, Landscape) and all(isinstance(block, Paragraph) for block in passage.blocks)


def test_a_reference_to_a_heading_reads_as_the_heading_does() -> None:
    document, problems = bound("# Kap {#k}\n\n## Mer om [](#k) {#m .onumrerad}\n\nSe [](#m).\n")
    paragraph = document.sections[0].blocks[-1]
    assert problems == () and isinstance(paragraph, Paragraph)
    assert plain(paragraph.content).replace(SPACE, " ") == "Se avsnittet Mer om kapitel 1."
