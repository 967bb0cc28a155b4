"""Two editions of different reports are strangers; last year's report and this year's are not."""

from dataclasses import replace

import pytest

from rapportbyggare.app.strangers import strangers
from rapportbyggare.core.blocks import ReadBlock
from rapportbyggare.core.compared import Side
from tests.editions import heading, paragraph, side, value

OLD = "Uppföljning av planen 2024"
SENTENCE = "Företagen i länet är små och många."


def titled(title: str, *blocks: ReadBlock) -> Side:
    return replace(side(*blocks), title=title)


@pytest.mark.parametrize(
    ("new", "blocks", "expected"),
    [
        ("Vargen i skogen", (paragraph("Vargen hör hemma i skogen här."),), True),
        ("Vargen i skogen", (paragraph("Vargen hör hemma i skogen här."), paragraph(SENTENCE)), False),
        ("Uppföljning av planen 2025", (paragraph("Allt är omskrivet sedan förra året."),), False),
        ("Vargen i skogen", (heading("Inledning"), paragraph("Kort text.")), False),
        ("Vargen i skogen", (), False),
    ],
)
def test_strangers_have_other_titles_and_nothing_in_common(new: str, blocks: tuple[ReadBlock, ...], expected: bool) -> None:
    assert strangers(titled(OLD, heading("Inledning"), paragraph(SENTENCE)), titled(new, *blocks)) is expected


def test_a_figure_more_or_less_is_no_stranger() -> None:
    before = paragraph("I juli fanns ", value("901", "a"), " företag i hela länet.")
    after = paragraph("I juli fanns ", value("880", "b"), " företag i hela länet.")
    assert not strangers(titled(OLD, before), titled("Vargen i skogen", after))
