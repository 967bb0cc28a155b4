"""Validators that know nothing of this project find nothing in the built report. No false alarm is excused: there is none."""

import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from rapportbyggare.word.lint.lint import lint
from tests.e2e.report import MANIFEST, Edition, edition

Check = Callable[[Path], list[str]]
TEMPLATES = (
    "DB002-Landscape-Section.docx",
    "DB002-Sections-With-Headers.docx",
    "DB012-Lists-With-Different-Numberings.docx",
    "DB013a-Green-Heading1-Danish.docx",
    "DB013b-Orange-List-Danish.docx",
)


@pytest.fixture(scope="session")
def schemas(shared: Path) -> Check:
    """The schemas of ECMA-376, transitional."""
    spec = importlib.util.spec_from_file_location("docx_xsd", shared / "tools" / "docx_xsd.py")
    assert spec is not None and spec.loader is not None
    checker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checker)
    try:
        checker.schemas()
    except SystemExit:
        if os.environ.get("RAPPORT_KRAV_VERKTYG") == "1":
            pytest.fail("the schemas cannot be downloaded, and RAPPORT_KRAV_VERKTYG=1 demands them")
        pytest.skip("the schemas cannot be downloaded")
    return lambda path: [": ".join(fault) for fault in checker.errors(path)]


@pytest.fixture(scope="session")
def audit() -> Check:
    """openxml-audit, a port of the validator in Microsoft's own library."""
    validator = OpenXmlValidator()
    return lambda path: [f"{fault.part_uri}: {fault.description}" for fault in validator.validate(path).errors]


@pytest.fixture(params=TEMPLATES)
def dressed(request: pytest.FixtureRequest, report: Path, draft: Edition, shared: Path, tmp_path: Path) -> Path:
    """The report in a template that Word has saved."""
    folder = shutil.copytree(report, tmp_path / "projekt")
    shutil.copy(shared / "data/word-templates" / request.param, folder / "mall.docx")
    manifest = folder / MANIFEST
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('mall = ""', 'mall = "mall.docx"'), encoding="utf-8")
    made = edition(folder, False, "i-mall.docx")
    assert made.document.manifest.template == "mall.docx"
    return made.path


def test_schemas_find_nothing(any_edition: Edition, schemas: Check) -> None:
    assert schemas(any_edition.path) == []


def test_package_validator_finds_nothing(any_edition: Edition, audit: Check) -> None:
    assert audit(any_edition.path) == []


def test_own_lint_finds_nothing(any_edition: Edition) -> None:
    assert lint(any_edition.path.read_bytes()) == ()


def test_nothing_is_found_in_a_template(dressed: Path, schemas: Check, audit: Check) -> None:
    assert schemas(dressed) == []
    assert audit(dressed) == []
    assert lint(dressed.read_bytes()) == ()


def test_validators_find_what_is_wrong(draft: Edition, schemas: Check, audit: Check, tmp_path: Path) -> None:
    from zipfile import ZipFile

    broken = tmp_path / "trasig.docx"
    with ZipFile(draft.path) as old, ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"<w:trPr>", b"<w:rPr/><w:trPr>", 1) if name == "word/document.xml" else content)
    assert schemas(broken) != []
    assert audit(broken) != []
