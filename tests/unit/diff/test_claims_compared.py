"""What new figures do to claims, and to words and passages that conditions chose."""

from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.diff.changes import Changes
from tests.small import COUNTY
from tests.unit.diff.twice import BERG_2025, COUNTY_2025, TURNOVER, twice

NATION = FactKey("riksandel", "andel", 0, "Riket")
SHARE = FactKey("andel_kkb", "andel", 2025, COUNTY)
LOW = "Andelen är {{ 'låg' | galler(andel_kkb(ar) < riksandel(plats='Riket')) }}.\n"
PASSAGE = "{% pastaende andel_kkb(ar) < riksandel(plats='Riket') %}\nAndelen är låg.\n{% endpastaende %}\n"


def messages(changes: Changes) -> list[tuple[str, str]]:
    return [(str(problem.place), problem.message.replace("\u00a0", " ")) for problem in changes.broken]


def test_a_claim_that_breaks_needs_a_person() -> None:
    values = "gäller inte: andel_kkb(2025) är 5,1 % och riksandel(plats='Riket') är 5 %."
    assert messages(twice(LOW, facts={NATION: "5"})) == [("sections/a.md:1:12", f"Påståendet ”låg” {values}")]
    assert messages(twice(PASSAGE, facts={NATION: "5"})) == [
        ("sections/a.md:1:14", f"Påståendet som börjar ”Andelen är låg.” {values}"),
    ]


def test_a_claim_that_holds_again_is_told() -> None:
    text = "{{ 'fler' | galler(foretag(ar) > foretag(ar - 1)) }}\n"
    changes = twice(text, facts={COUNTY_2025: "2000"})
    assert (changes.broken, len(changes.mended)) == ((), 1)


def test_a_comparison_that_becomes_uncertain_is_a_new_flaw() -> None:
    changes = twice("{{ riktning(foretag(ar), foretag(ar - 1)) }}\n", facts={COUNTY_2025: {"status": Status.PRELIMINARY}})
    assert [problem.code for problem in changes.raised] == ["osaker-jamforelse"]


def test_words_that_a_condition_chose_are_told_with_its_facts() -> None:
    changes = twice("Det är {{ 'fler' if foretag(ar) > foretag(ar - 1) else 'färre' }}.\n", facts={COUNTY_2025: "2000"})
    (change,) = changes.words
    assert (change.before, change.after, change.facts) == ("Det är färre.", "Det är fler.", (COUNTY_2025,))
    (fact,) = changes.facts
    assert fact.rewordings == (change,)


def test_a_passage_that_a_condition_chose_is_told_with_its_facts() -> None:
    text = "{% if foretag(ar) > foretag(ar - 1) %}\nFler.\n{% elif foretag(ar, 'Berg') > 50 %}\nFärre.\n{% endif %}\n"
    changes = twice(text, facts={COUNTY_2025: "2000", BERG_2025: "73"})
    (change,) = changes.passages
    assert (change.before, change.after, set(change.facts)) == ("Färre.", "Fler.", {COUNTY_2025, BERG_2025})
    assert [fact.key for fact in changes.facts] and not changes.unprinted


def test_a_passage_inside_a_claim_is_paired_with_itself() -> None:
    text = "{% pastaende foretag(ar) > 0 %}\nDet är {{ foretag(ar) }}.\n{% endpastaende %}\n"
    (fact,) = twice(text, facts={COUNTY_2025: "2000"}).facts
    assert [(one.old.text, one.new.text) for one in fact.printed if one.old and one.new] == [("1\u00a0392", "2\u00a0000")]


def test_a_reservation_comes_and_goes_with_its_mark() -> None:
    text = "Den {{ riktning(omsattning(2024), omsattning(2023), forbehall=true) }}.\n"
    changes = twice(text, facts={TURNOVER: {"status": Status.DEFINITIVE}})
    assert [(mark.came, mark.note) for mark in changes.marks] == [
        (False, "Jämförelsen är osäker: uppgiften för 2024 är preliminär och bygger på 335 bolag."),
    ]


def test_a_claim_is_told_with_the_number_behind_it() -> None:
    text = "Den är {{ 'hög' | galler(omsattning(2024) > 1000) }}.\n"
    changes = twice(text, facts={TURNOVER: {"base": 400}})
    assert changes.facts and not changes.broken
