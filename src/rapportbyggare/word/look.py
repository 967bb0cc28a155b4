"""How a document looks, resolved: the ids a writer uses, whether they come from the tokens or from a template."""

from collections.abc import Mapping
from typing import NamedTuple

from rapportbyggare.core.style import Style
from rapportbyggare.word.geometry import Page, page_of
from rapportbyggare.word.roles import Role


class NumberingIds(NamedTuple):
    """Ids in the numbering part. `headings` is None when the heading styles carry their numbers themselves.

    `ordered` is the abstract list that each numbered list makes its own instance of, from `first_free` on.
    """

    headings: int | None
    appendix: int
    bullets: int
    silent: int
    ordered: int
    first_free: int


class Look(NamedTuple):
    """Tokens, the ids of the styles that play each role, numbering and paper."""

    style: Style
    ids: Mapping[Role, str]
    numbering: NumberingIds
    page: Page


OWN_NUMBERING = NumberingIds(headings=None, appendix=2, bullets=3, silent=4, ordered=5, first_free=5)


def own_look(style: Style) -> Look:
    """The look made from the tokens alone."""
    return Look(style, {role: role.style_id for role in Role}, OWN_NUMBERING, page_of(style))
