"""A list of changes in the terminal and for programs."""

import json

from rapportbyggare.app.changes import ChangeReport
from rapportbyggare.cli.changes_text import changes_data, changes_text
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.diff.summary import NOTHING
from tests.unit.diff.twice import BERG_2025, COUNTY_2025, TURNOVER, twice

TEXT = """# Läget

I länet {{ riktning(foretag(ar), foretag(ar - 1)) }} antalet till {{ foretag(ar) }}.

Omsatt: {{ omsattning(2024) | mnkr }}.
"""


def report(**facts: str) -> ChangeReport:
    keys = {"berg": BERG_2025, "lan": COUNTY_2025, "omsattning": TURNOVER}
    return ChangeReport((), "2025-09-03", "nu", twice(TEXT, facts={keys[name]: to for name, to in facts.items()}))


def test_headings_and_aligned_columns() -> None:
    assert changes_text(report(lan="1500")).replace("\u00a0", " ") == (
        "Ändringar från 2025-09-03 till nu\n"
        "\n"
        "1 uppgift har ändrats. Den står på 1 ställe. 1 mening har fått nya ord.\n"
        "\n"
        "MENINGAR SOM FÅR NYA ORD AV SIG SJÄLVA\n"
        "\n"
        "  Kapitel 1, Läget (sections/a.md:3:9)\n"
        "      Före   I länet minskade antalet till 1 392.\n"
        "      Efter  I länet ökade antalet till 1 500.\n"
        "\n"
        "UPPGIFTER SOM HAR ÄNDRATS\n"
        "\n"
        "  Företag, Jämtlands län, 2025: 1 392 → 1 500 (+108, +7,8 %).\n"
        "      1 392 → 1 500  kapitel 1 (sections/a.md:3:67)\n"
        "      Ändrar ord i   kapitel 1 (sections/a.md:3:9)\n"
        "      Källa          leverans 1 (uttag 2025-07)"
    )


def test_nothing_changed_is_one_sentence() -> None:
    assert changes_text(report()) == f"Ändringar från 2025-09-03 till nu\n\n{NOTHING}"


def test_nothing_compared_is_nothing_shown() -> None:
    assert changes_text(ChangeReport(())) == ""


def test_for_programs_amounts_are_exact_and_points_decimal() -> None:
    data = json.loads(changes_data(report(lan="1500", omsattning="830499999.25"), 0, ()))
    assert [data[name] for name in ("schema", "slutkod", "problem", "fran", "till")] == ["andringar/1", 0, [], "2025-09-03", "nu"]
    county, turnover = data["uppgifter"]
    assert [county["fore"]["varde"], county["efter"]["varde"], county["skillnad"]] == ["1392", "1500", "108"]
    assert turnover["skillnad"] == "-0.25" and turnover["tryckt"] == [] and len(turnover["lases_som_forut"]) == 1
    (printed,) = county["tryckt"]
    assert (printed["fore"], printed["efter"], printed["rad"], printed["rubrik"]) == ("1\u00a0392", "1\u00a0500", 3, "1 Läget")
    (sentence,) = data["meningar"]
    assert sentence["ord"] == [{"fore": "minskade", "efter": "ökade"}]
    assert sentence["uppgifter"] == [{"indikator": "foretag", "matt": "antal", "ar": 2025, "plats": "Jämtlands län"}]


def test_for_programs_there_is_an_answer_without_a_comparison() -> None:
    data = json.loads(changes_data(ChangeReport(()), 1, (Problem("fel-tidpunkt", Place(""), "Nej."),)))
    assert [data["slutkod"], data["problem"][0]["kod"], data.get("meningar")] == [1, "fel-tidpunkt", None]
