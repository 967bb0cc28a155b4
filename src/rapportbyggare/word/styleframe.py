"""The frame of a style definition, and the small parts its rules are made of."""

from collections.abc import Mapping
from typing import NamedTuple

from rapportbyggare.word.ooxml import escape
from rapportbyggare.word.roles import Role


class StyleRule(NamedTuple):
    """A style: its role, what it builds on and is followed by, the children of its `w:pPr` and `w:rPr`.

    `priority` is its place in Word's list of styles, `shown` whether Word offers it there.
    """

    role: Role
    paragraph: str
    run: str
    base: Role | None = Role.NORMAL
    following: Role | None = None
    priority: int = 10
    shown: bool = True
    character: bool = False


class StyleIds(NamedTuple):
    """The ids of styles by role, and of what character and table styles build on ("" for nothing)."""

    roles: Mapping[Role, str]
    character: str
    table: str


OWN_IDS = StyleIds({role: role.style_id for role in Role}, "DefaultParagraphFont", "TableNormal")


def style_xml(rule: StyleRule, ids: StyleIds) -> str:
    """A paragraph or character style."""
    kind = "character" if rule.character else "paragraph"
    default = ' w:default="1"' if rule.role is Role.NORMAL else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom(rule.role)} w:styleId="{ids.roles[rule.role]}">'
        f'<w:name w:val="{escape(rule.role.style_name)}"/>{lineage(rule, ids)}<w:uiPriority w:val="{rule.priority}"/>'
        f"{'<w:qFormat/>' if rule.shown else '<w:unhideWhenUsed/>'}"
        f"{wrapped('pPr', rule.paragraph)}{wrapped('rPr', rule.run)}</w:style>"
    )


def custom(role: Role) -> str:
    """The mark of a style that is not one of Word's own (those have other ids than ours below)."""
    return ' w:customStyle="1"' if role in OWN else ""


def lineage(rule: StyleRule, ids: StyleIds) -> str:
    """What a style builds on and what follows it."""
    base = ids.roles[rule.base] if rule.base else ids.character if rule.character else ""
    based = f'<w:basedOn w:val="{base}"/>' if base and rule.role is not Role.NORMAL else ""
    following = f'<w:next w:val="{ids.roles[rule.following]}"/>' if rule.following else ""
    return based + following


def wrapped(name: str, content: str) -> str:
    """An element round its content, left out when there is none."""
    return f"<w:{name}>{content}</w:{name}>" if content else ""


def spaced(before: int, after: int, line: float | None = None) -> str:
    """Space before and after in twentieths of a point, and line spacing as a multiple."""
    lines = "" if line is None else f' w:line="{round(line * 240)}" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def sized(half_points: int) -> str:
    """A type size."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def coloured(value: str) -> str:
    """A colour of type."""
    return f'<w:color w:val="{value}"/>'


OWN = frozenset(
    {
        Role.COVER_KIND,
        Role.COVER_LINE,
        Role.TABLE,
        Role.TABLE_HEAD,
        Role.TABLE_TEXT,
        Role.TABLE_TOTAL,
        Role.TABLE_NOTE,
        Role.SOURCE,
        Role.FIGURE,
        Role.FACT_TITLE,
        Role.FACT_TEXT,
        Role.FACT_LIST,
        Role.CARRIER,
    }
)
