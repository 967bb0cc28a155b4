"""Headings of tables and figures, and the source lines below them."""

from rapportbyggare.core.text import DocumentText
from rapportbyggare.word.anchors import keyed
from rapportbyggare.word.flow import Para
from rapportbyggare.word.ooxml import field, text_run
from rapportbyggare.word.roles import Role
from rapportbyggare.word.runs import HARD_SPACE, runs
from rapportbyggare.word.scope import Scope


def caption_content(scope: Scope, lead: str, series: str, number: int, key: str, content: DocumentText) -> str:
    """ "Tabell 2. Antal företag": lead, live number and words; without number (0) the words alone.

    The bookmark is round the number only, so that a reference in lower case stays so when fields are updated.
    """
    if not number:
        return runs(scope, content)
    live = field(f"SEQ {series} \\* ARABIC", str(number))
    return f"{text_run(lead + HARD_SPACE)}{keyed(scope, key, live)}{text_run('. ')}{runs(scope, content)}"


def labelled(lead: str) -> str:
    """A lead word with its colon and space ("Källa: "), or the full stop it ends with ("Anm. ")."""
    bare = lead.rstrip(": ")
    return f"{bare} " if bare.endswith(".") else f"{bare}: "


def source_para(scope: Scope, source: DocumentText) -> Para:
    """The source line."""
    return Para(scope.look.ids[Role.SOURCE], text_run(labelled(scope.look.style.source_lead)) + runs(scope, source))
