import pytest

from rapportbyggare.checks.constants import constants, manifest_constants
from rapportbyggare.checks.settings import Constant, Settings
from rapportbyggare.core.problem import Severity
from tests.small import manifest
from tests.unit.checks.subjects import built, quotes, typed

PLAN = "Plan för kulturella och kreativa branscher i Jämtland Härjedalen"
OWN = manifest()._replace(plan=PLAN, registry_numbers=("RUN/113/2022",))
SETTINGS = Settings(manifest_constants(OWN))


def found(text: str) -> list[str]:
    return quotes(constants(typed(text, settings=SETTINGS)))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Under planperioden 2023–2026 görs mer.", "2023–2026"),
        ("medan planen genomförs, 2022–2027", "2022–2027"),
        ("under planens genomförande 2024-2027.", "2024-2027"),
        (f"{PLAN} 2023–2028 antogs", "2023–2028"),
        ("Plan för kulturella och kreativa näringar i Jämtland Härjedalen antogs", PLAN.replace("branscher", "näringar")),
        (
            "Plan för kreativa och kulturella branscher i Jämtland Härjedalen",
            "Plan för kreativa och kulturella branscher i Jämtland Härjedalen",
        ),
        ("Plan för kulturella och kreativa branscher i Jämtland och Härjedalen 2023", PLAN.replace("Jämtland", "Jämtland och")),
        ("ärende RUN/131/2022", "RUN/131/2022"),
        ("ärende RUN/113/2023", "RUN/113/2023"),
        ("ärende RUN 113/2022", "RUN 113/2022"),
        ("Region Jämtland/Härjedalen äger", "Region Jämtland/Härjedalen"),
        ("Region Jämtland-Härjedalen äger", "Region Jämtland-Härjedalen"),
        ("Region Jämtland Härjedaln äger", "Region Jämtland Härjedaln"),
        ("av regionala utvecklingsnämden i år", "regionala utvecklingsnämden"),
    ],
)
def test_what_drifts(text: str, quote: str) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Under planperioden 2023–2027 och planens genomförande 2023-2027.",
        "Ett Interregprojekt för åren 2023–2026.",
        "Planen följs upp, och projektet pågår 2023–2026.",
        f"{PLAN} 2023–2027 (RUN/113/2022)",
        "Plan för kulturella och kreativa branscher antogs.",
        "Planen för kulturella och kreativa branscher",
        "Region Jämtland Härjedalens team, Region Västernorrland och regionen",
        "Regionala utvecklingsnämndens beslut och regionala utvecklingsmedel, regionala utvecklingsfonden",
        "ärende KS/20/2019 och RUN/7/2024",
        "Han skrev ”planperioden 2023–2026”.",
    ],
)
def test_what_does_not(text: str) -> None:
    assert found(text) == []


def test_a_report_is_held_against_its_own_manifest() -> None:
    subject = built("Under planperioden {{ rapport.planperiod }} och planperioden 2023–2026.")
    (one,) = constants(subject)
    assert (one.quote, one.expected, one.severity) == ("2023–2026", "2023–2027", Severity.ERROR)


def test_a_declared_constant() -> None:
    settings = Settings((Constant("projektets tid", "2023–2026", ("Samspel63",)),))
    assert quotes(constants(typed("Samspel63, 2023–2025, och Samspel63 (2023–2026)", settings=settings))) == ["2023–2025"]


def test_a_title_whose_first_word_has_a_sign_after_it() -> None:
    settings = Settings((Constant("rapporten", "Uppföljning: kulturella och kreativa branscher"),))
    drifted = "Läs Uppföljning: kulturella och kreativa bransher."
    assert quotes(constants(typed(drifted, settings=settings))) == ["Uppföljning: kulturella och kreativa bransher"]


def test_a_blank_in_the_manifest_is_no_constant() -> None:
    assert "nämnden" not in {one.name for one in manifest_constants(OWN._replace(committee=" "))}
