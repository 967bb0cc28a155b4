import pytest

from rapportbyggare.core.colour import channels, contrast, luminance, mix


def test_contrast_as_published() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert contrast("#17365D", "#FFFFFF") == contrast("#FFFFFF", "#17365D") == pytest.approx(12.2, abs=0.05)


def test_luminance_of_the_ends() -> None:
    assert luminance("#000000") == 0
    assert luminance("#FFFFFF") == pytest.approx(1)


def test_mix_goes_from_one_to_the_other() -> None:
    assert (mix("#000000", "#FF8000", 0), mix("#000000", "#FF8000", 0.5), mix("#000000", "#FF8000", 1)) == (
        "#000000",
        "#804000",
        "#FF8000",
    )


@pytest.mark.parametrize("wrong", ["", "#FFF", "FFFFFFF", "#GGGGGG", "#1234567"])
def test_what_is_no_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        channels(wrong)
