"""The contents list: a field whose cached entries are the linked headings; updating it adds page numbers."""

from rapportbyggare.word.flow import Para
from rapportbyggare.word.ooxml import field_mark, field_start, internal_link, text_run
from rapportbyggare.word.roles import CONTENTS, Role
from rapportbyggare.word.scope import ListedHeading, Scope

TITLE = "Innehåll"
INSTRUCTION = 'TOC \\o "1-3" \\h \\z \\u'


def contents_paras(scope: Scope) -> list[Para]:
    """Title and entries, on a page of their own; nothing when there are no headings."""
    headings = scope.record.headings
    if not headings:
        return []
    last = len(headings) - 1
    entries = [entry(scope, heading, n == 0, n == last) for n, heading in enumerate(headings)]
    return [Para(scope.look.ids[Role.TOC_HEADING], text_run(TITLE)), *entries]


def entry(scope: Scope, heading: ListedHeading, first: bool, last: bool) -> Para:
    """One entry; the first opens the field and the last closes it."""
    before = field_start(INSTRUCTION) if first else ""
    after = field_mark("end") if last else ""
    link = internal_link(heading.bookmark, text_run(heading.text))
    return Para(scope.look.ids[CONTENTS[heading.level - 1]], before + link + after)
