"""What is told of a final document that somebody has edited: it has no anchors, but its sources have."""

from io import BytesIO

import docx

from tests.e2e.small_project import Project

TOLD = """# Läget {#läget}

Butikerna är få men finns i hela länet.[^källa] Mer står i [](#läget).

[^källa]: Enligt registret.
"""


def test_an_edited_final_document_gives_its_one_edit_with_names_as_in_the_sources(project: Project) -> None:
    project.write("sections/40-läget.md", TOLD)
    assert project.build("--slutlig", "--ut", "{}/output/forslag.docx").code == 0
    path = project.folder / "output/forslag.docx"
    document = docx.Document(BytesIO(path.read_bytes()))
    run = next(run for one in document.paragraphs for run in one.runs if "Butikerna är få" in run.text)
    run.text = run.text.replace("få men", "många och")
    document.save(str(path.with_name("andrat.docx")))
    outcome = project.run("jamfor", "{}/output/andrat.docx", "--projekt", "{}")
    assert outcome.code == 0
    text = outcome.out.replace("\u00a0", " ")
    assert text.count("Omskrivet: ") == 1
    assert "Butikerna är många och finns i hela länet.[^källa] Mer står i [](#läget)." in text


def test_nothing_is_told_of_one_that_nobody_edited(project: Project) -> None:
    assert project.build("--slutlig", "--ut", "{}/output/forslag.docx").code == 0
    assert "Omskrivet" not in project.run("jamfor", "{}/output/forslag.docx", "--projekt", "{}").out
