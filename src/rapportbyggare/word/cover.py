"""The cover: what the document is, where in the process it stands, and whose it is."""

from collections.abc import Iterator

from rapportbyggare.core.document import Document
from rapportbyggare.core.images import picture_name
from rapportbyggare.core.manifest import DocumentStatus, Manifest
from rapportbyggare.word.drawing import picture_run
from rapportbyggare.word.flow import Para
from rapportbyggare.word.ooxml import run, text_run
from rapportbyggare.word.roles import Role
from rapportbyggare.word.scope import Scope

HARD_SPACE = "\u00a0"
MARK_LENGTH = 8
DROP = 0.16
MM_PER_CM = 10


def cover_paras(scope: Scope, document: Document) -> list[Para]:
    """The cover's paragraphs, from the logo to the contact lines."""
    manifest, ids = document.manifest, scope.look.ids
    drop = round(scope.look.page.text_height * DROP)
    kind = [Para(ids[Role.COVER_KIND], text_run(manifest.kind), before=drop)] if manifest.kind else []
    title = Para(ids[Role.TITLE], text_run(manifest.title), before=None if kind else drop)
    status = [Para(ids[Role.SUBTITLE], text_run(line)) for line in status_lines(document)]
    facts = [Para(ids[Role.COVER_LINE], run_lines(line)) for line in cover_lines(manifest)]
    return [*logo_paras(scope), *kind, title, *status, *facts]


def status_lines(document: Document) -> Iterator[str]:
    """Where the document stands: draft with data date and edition mark, proposal, or decision."""
    manifest, edition = document.manifest, document.edition
    match manifest.status:
        case DocumentStatus.DRAFT:
            yield f"Utkast, uppgifter per{HARD_SPACE}{edition.data_date}"
            yield f"Utgåva{HARD_SPACE}{edition.fingerprint[:MARK_LENGTH]}"
        case DocumentStatus.PROPOSAL:
            yield f"Förslag till {manifest.committee}" if manifest.committee else "Förslag"
        case DocumentStatus.DECIDED:
            yield ", ".join(decision(manifest))


def decision(manifest: Manifest) -> Iterator[str]:
    """The parts of "Beslutad 2025-10-14, § 212, av regionala utvecklingsnämnden" that are known."""
    yield f"Beslutad{HARD_SPACE}{manifest.decision_date}" if manifest.decision_date else "Beslutad"
    if manifest.paragraph:
        yield f"§{HARD_SPACE}{manifest.paragraph.lstrip('§ ').strip(HARD_SPACE)}"
    if manifest.committee:
        yield f"av {manifest.committee}"


def cover_lines(manifest: Manifest) -> Iterator[str]:
    """Organisation, plan, registry numbers and contact, those there are."""
    if manifest.organisation:
        yield manifest.organisation
    if manifest.plan:
        yield f"{manifest.plan}{' ' + manifest.plan_period if manifest.plan_period else ''}"
    if manifest.registry_numbers:
        yield f"Diarienummer: {', '.join(manifest.registry_numbers)}"
    if manifest.contact:
        yield f"Kontakt: {manifest.contact}"


def run_lines(line: str) -> str:
    """Words whose line breaks are kept."""
    return run("<w:br/>").join(text_run(part.strip()) for part in line.splitlines())


def logo_paras(scope: Scope) -> list[Para]:
    """The logotype, if the tokens name one, as wide as they say."""
    style = scope.look.style
    logo = scope.images.get(picture_name(style.logo_file)) if style.logo_file else None
    if logo is None:
        return []
    width = style.logo_width_mm / MM_PER_CM
    sized = logo._replace(width_cm=width, height_cm=logo.height_cm * width / logo.width_cm)
    return [Para(scope.look.ids[Role.FIGURE], picture_run(scope, sized, "Logotyp", style.logo_alt))]
