"""The Markdown parser with the report's own lines: `{% … %}` and trailing `{#key .class}`."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

from rapportbyggare.reading.placeholders import CONTROL_LINE

TRAILING = re.compile(r"\s*\{((?:\s*[#.][^\s{}]+)+)\s*\}\s*$")
CAPTION = re.compile(r"(Tabell|Källa|Not):[ \t]*")


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, footnotes and attributes; nothing is dropped or rewritten behind our back."""
    markdown = MarkdownIt("commonmark").enable("table").disable("code")
    footnote_plugin(markdown, inline=False, move_to_end=False, always_match_refs=True)
    attrs_plugin(markdown, spans=True)
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    markdown.block.ruler.before("table", "control", _control, ends)
    markdown.core.ruler.before("inline", "trailing", _trailing)
    # Addresses are judged by the report's own rule, with a message, not silently left as text.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


def _control(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.sCount[start] != 0 or not state.src.startswith("{%", state.bMarks[start]):
        return False
    match = CONTROL_LINE.fullmatch(state.src, state.bMarks[start], state.eMarks[start])
    if match is None or (not silent and state.level != 0):
        return False
    if not silent:
        token = state.push("control", "", 0)
        token.content, token.map = match[1], [start, start + 1]
        state.line = start + 1
    return True


def _trailing(state: StateCore) -> None:
    for owner, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if inline.type == "inline" and (owner.type == "heading_open" or _is_caption(owner, inline)):
            match = TRAILING.search(inline.content)
            if match:
                owner.meta["words"] = match[1].split()
                inline.content = inline.content[: match.start()]


def _is_caption(owner: Token, inline: Token) -> bool:
    return owner.type == "paragraph_open" and CAPTION.match(inline.content) is not None
