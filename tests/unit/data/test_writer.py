from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.core.dataset import Catalogue, Coverage, Delivery
from rapportbyggare.core.figure import Status
from rapportbyggare.core.problem import Severity, has_errors
from rapportbyggare.data.archive import read_archive
from rapportbyggare.data.writer import add_deliveries, add_withdrawal, next_number, try_deliveries, try_withdrawal
from tests.unit.data.archives import (
    GOOD,
    INDEX_HEAD,
    catalogue,
    delivered,
    fact,
    observations,
    received,
    snapshot,
    write_delivery,
)

INDEX = "report/data/leveranser.csv"
FILE = "report/data/leverans-001.csv"
DAY = "2025-09-04"


@pytest.fixture
def known(tmp_path: Path) -> Catalogue:
    return catalogue(tmp_path)


def stored(project: Path, known: Catalogue) -> tuple[Delivery, ...]:
    """The archive, which must be without faults."""
    deliveries, problems = read_archive(project, known)
    assert problems == ()
    return deliveries


def test_what_is_added_is_what_is_read_from_then_on(tmp_path: Path, known: Catalogue) -> None:
    coverage = (Coverage((("antal_kkb", "antal"),), (2024, 2025), ("Berg", "Åre", "Östersund", "Jämtlands län")),)
    file = received(fact(1341), fact(None, "Berg"), fact("12", year=2024), coverage=coverage)
    added, problems = add_deliveries(tmp_path, [file], known, (), DAY, "en not")
    assert (added, problems) == (stored(tmp_path, known), ())
    (delivery,) = added
    assert (delivery.number, delivery.extract, delivery.received, delivery.note) == (1, "2025-07", DAY, "en not")
    assert (delivery.file, delivery.file_checksum) == ("uttag.xlsx", file.checksum)
    assert {*delivery.coverage[0].areas} == {*coverage[0].areas}
    assert [(one.key.year, one.key.area, one.amount) for one in delivery.observations] == [
        (2024, "Åre", Decimal(12)),
        (2025, "Berg", None),
        (2025, "Åre", Decimal(1341)),
    ]


def test_the_files_are_as_they_should_be_byte_for_byte(tmp_path: Path, known: Catalogue) -> None:
    share = fact("-5.10")._replace(key=fact(1).key._replace(measure="andel"), status=Status.PRELIMINARY, base=335)
    share = share._replace(period="hösten 2025", note="=1+1; \n två", origin=share.origin._replace(cell="@A1"))
    add_deliveries(tmp_path, [received(share, fact(2), file="-a.xlsx")], known, (), DAY, "+1")
    files = snapshot(tmp_path)
    assert files["leverans-001.csv"].decode() == (
        "indikator;matt;ar;plats;varde;enhet;status;period;underlag;mats;not;cell\n"
        "antal_kkb;antal;2025;Åre;2;antal;definitiv;;;;;Blad1!C17\n"
        "antal_kkb;andel;2025;Åre;-5,10;procent;preliminär;hösten 2025;335;;\"'=1+1; två\";'@A1\n"
    )
    head, row, _ = files["leveranser.csv"].decode().split("\n")
    assert head == INDEX_HEAD
    assert row.startswith("1;leverans;scb;2025-07;2025-09-04;'-a.xlsx;") and row.endswith(";;;'+1")
    assert sorted(files) == ["leverans-001.csv", "leveranser.csv"]


@pytest.mark.parametrize(
    "index",
    [
        pytest.param(f"\ufeff{INDEX_HEAD}\r\n".encode(), id="BOM and CRLF"),
        pytest.param(INDEX_HEAD.encode(), id="no end of line"),
        pytest.param(f"{INDEX_HEAD}\n\n\n".encode(), id="blank lines"),
        pytest.param(f'"Leverans";{INDEX_HEAD.partition(";")[2]}\n'.encode(), id="quotes"),
    ],
)
def test_the_old_bytes_of_the_index_are_kept(tmp_path: Path, known: Catalogue, index: bytes) -> None:
    (tmp_path / INDEX).write_bytes(index)
    add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    add_withdrawal(tmp_path, known, stored(tmp_path, known), 1, DAY, "fel")
    after = (tmp_path / INDEX).read_bytes()
    end = b"\r\n" if b"\r\n" in index else b"\n"
    assert after.startswith(index) and after.endswith(end)
    assert len(after[len(index) :].strip().split(end)) == 2
    assert b"\r\r" not in after and (b"\r" in after) == (b"\r" in index)
    assert stored(tmp_path, known)[0].withdrawn == DAY


def test_columns_in_another_order_are_followed(tmp_path: Path, known: Catalogue) -> None:
    head = ";".join(reversed(INDEX_HEAD.split(";")))
    (tmp_path / INDEX).write_text(head + "\n", encoding="utf-8")
    add_deliveries(tmp_path, [received(fact(1))], known, (), DAY, "not")
    assert (tmp_path / INDEX).read_text(encoding="utf-8").splitlines()[1].startswith("not;;;")
    assert stored(tmp_path, known)[0].note == "not"


def test_several_files_are_added_together_and_numbered_in_order(tmp_path: Path, known: Catalogue) -> None:
    files = [received(fact(1), file="a"), received(fact(2, "Berg"), file="b")]
    added, _ = add_deliveries(tmp_path, files, known, (), DAY)
    assert [one.number for one in added] == [1, 2]
    assert stored(tmp_path, known) == added and next_number(added) == 3


def test_one_that_cannot_be_added_stops_all(tmp_path: Path, known: Catalogue) -> None:
    files = [received(fact(1), file="a"), received(fact(2, "Borg", cell="Blad1!B3"), file="b.xlsx")]
    before = snapshot(tmp_path)
    added, (problem,) = add_deliveries(tmp_path, files, known, (), DAY)
    assert (added, problem.code, str(problem.place)) == ((), "okand-plats", "b.xlsx (Blad1!B3)")
    assert snapshot(tmp_path) == before


def test_a_number_no_reader_would_take_is_not_written(tmp_path: Path, known: Catalogue) -> None:
    for amount in ("NaN", "Infinity", "-3", "1.5", "1e60"):
        added, problems = add_deliveries(tmp_path, [received(fact(amount))], known, (), DAY)
        assert added == () and has_errors(problems) and problems[0].place.file == "uttag.xlsx"
    assert snapshot(tmp_path) == {}


def test_the_row_of_the_index_is_looked_at_too(tmp_path: Path, known: Catalogue) -> None:
    wrong = replace(received(fact(1), extract="2025-10"), source="scb2")
    added, problems = add_deliveries(tmp_path, [wrong], known, (), DAY)
    assert added == ()
    assert [(one.code, str(one.place)) for one in problems[:2]] == [
        ("okand-kalla", "uttag.xlsx (kalla)"),
        ("uttag-efter-inlasning", "uttag.xlsx (uttag)"),
    ]


def test_the_same_file_again_changes_nothing_and_says_so(tmp_path: Path, known: Catalogue) -> None:
    add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    before, deliveries = snapshot(tmp_path), stored(tmp_path, known)
    added, (problem,) = add_deliveries(tmp_path, [received(fact(1))], known, deliveries, DAY)
    assert (added, problem.code, problem.severity) == ((), "redan-inlast", Severity.NOTE)
    assert "leverans 1" in problem.message and snapshot(tmp_path) == before


def test_the_same_file_twice_in_a_run_is_added_once(tmp_path: Path, known: Catalogue) -> None:
    added, (problem,) = add_deliveries(tmp_path, [received(fact(1)), received(fact(1))], known, (), DAY)
    assert ([one.number for one in added], problem.code) == ([1], "redan-inlast")
    assert stored(tmp_path, known) == added


def test_a_file_that_was_withdrawn_can_be_taken_in_again(tmp_path: Path, known: Catalogue) -> None:
    add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    add_withdrawal(tmp_path, known, stored(tmp_path, known), 1, DAY, "fel fil")
    added, problems = add_deliveries(tmp_path, [received(fact(1))], known, stored(tmp_path, known), DAY)
    assert ([one.number for one in added], problems) == ([3], ())


def test_a_persons_word_has_no_file(tmp_path: Path, known: Catalogue) -> None:
    said = received(fact(7, cell=""), file="")
    add_deliveries(tmp_path, [said], known, (), DAY, "Anna Ek, telefon: felräknat")
    (delivery,) = stored(tmp_path, known)
    assert (delivery.file, delivery.file_checksum, delivery.note) == ("", "", "Anna Ek, telefon: felräknat")


def test_a_file_without_facts_is_not_a_delivery(tmp_path: Path, known: Catalogue) -> None:
    added, (problem,) = add_deliveries(tmp_path, [received()], known, (), DAY)
    assert (added, problem.code) == ((), "inga-uppgifter")
    assert snapshot(tmp_path) == {}


def test_another_value_from_the_same_extract_is_refused(tmp_path: Path, known: Catalogue) -> None:
    add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    before, deliveries = snapshot(tmp_path), stored(tmp_path, known)
    late = received(fact(2, cell="B9"), file="nytt.xlsx")
    added, (problem,) = add_deliveries(tmp_path, [late], known, deliveries, DAY)
    assert (added, problem.code, str(problem.place)) == ((), "olika-varden-samma-uttag", "nytt.xlsx (B9)")
    assert snapshot(tmp_path) == before


def test_an_older_extract_is_added_with_a_word_about_it(tmp_path: Path, known: Catalogue) -> None:
    add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    late = received(fact(2), extract="2025-06", file="gammalt.xlsx")
    added, (problem,) = add_deliveries(tmp_path, [late], known, stored(tmp_path, known), DAY)
    assert ([one.number for one in added], problem.code, problem.severity) == ([2], "leverans-anvands-inte", Severity.FLAW)
    assert str(problem.place) == "gammalt.xlsx (uttag)"


def test_an_index_with_faults_is_not_added_to(tmp_path: Path, known: Catalogue) -> None:
    (tmp_path / INDEX).write_text("leverans;kalla\n", encoding="utf-8")
    before = snapshot(tmp_path)
    added, problems = add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    assert added == () and {problem.code for problem in problems} == {"kolumn-saknas"}
    assert snapshot(tmp_path) == before


def test_an_archive_that_is_not_what_was_read_is_not_added_to(tmp_path: Path, known: Catalogue) -> None:
    add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    before = snapshot(tmp_path)
    for deliveries in ((), (stored(tmp_path, known)[0]._replace(note="en annan"),)):
        added, (problem,) = add_deliveries(tmp_path, [received(fact(2, "Berg"), file="b")], known, deliveries, DAY)
        assert (added, problem.code) == ((), "forteckningen-andrad")
    assert snapshot(tmp_path) == before


def test_a_file_that_somebody_has_put_there_is_not_replaced(tmp_path: Path, known: Catalogue) -> None:
    write_delivery(tmp_path, 1, "min egen")
    added, problems = add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    assert [one.number for one in added] == [1] and problems == ()
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "min egen"
    assert "leverans-001-2.csv" in snapshot(tmp_path)


def test_trying_says_the_same_and_writes_nothing(tmp_path: Path, known: Catalogue) -> None:
    delivered(tmp_path, observations(GOOD))
    deliveries, before = stored(tmp_path, known), snapshot(tmp_path)
    tried = try_deliveries(tmp_path, [received(fact(2, "Berg"))], known, deliveries, DAY, "not")
    gone = try_withdrawal(tmp_path, known, deliveries, 1, DAY, "fel")
    assert snapshot(tmp_path) == before
    assert add_withdrawal(tmp_path, known, deliveries, 1, DAY, "fel") == gone
    (tmp_path / INDEX).write_bytes(before["leveranser.csv"])
    assert add_deliveries(tmp_path, [received(fact(2, "Berg"))], known, deliveries, DAY, "not") == tried
    assert tried[0] == stored(tmp_path, known)[1:]


def test_a_withdrawal_is_an_entry_of_its_own(tmp_path: Path, known: Catalogue) -> None:
    add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    gone, problems = add_withdrawal(tmp_path, known, stored(tmp_path, known), 1, "2025-09-10", "=fel; urval")
    assert problems == () and gone is not None
    assert (gone.withdrawn, gone.withdrawn_by, gone.withdrawn_why) == ("2025-09-10", 2, "=fel; urval")
    assert stored(tmp_path, known) == (gone,) and next_number((gone,)) == 3
    row = (tmp_path / INDEX).read_text(encoding="utf-8").splitlines()[-1]
    assert row == '2;återkallelse;scb;;2025-09-10;;;;;;1;"\'=fel; urval"'


@pytest.mark.parametrize(
    ("number", "date", "reason", "code"),
    [
        (9, DAY, "fel", "okand-leverans"),
        (2, DAY, "fel", "aterkallelse-av-aterkallelse"),
        (1, DAY, "fel", "redan-aterkallad"),
        (3, "2025-09-03", "fel", "aterkallelse-fore-inlasning"),
        (3, "i dag", "fel", "fel-inlast"),
        (3, DAY, " ", "orsak-saknas"),
    ],
)
def test_a_withdrawal_that_cannot_be(tmp_path: Path, known: Catalogue, number: int, date: str, reason: str, code: str) -> None:
    add_deliveries(tmp_path, [received(fact(1))], known, (), DAY)
    add_withdrawal(tmp_path, known, stored(tmp_path, known), 1, DAY, "fel")
    add_deliveries(tmp_path, [received(fact(2))], known, stored(tmp_path, known), DAY)
    before = snapshot(tmp_path)
    gone, (problem,) = add_withdrawal(tmp_path, known, stored(tmp_path, known), number, date, reason)
    assert (gone, problem.code, problem.place.line) == (None, code, 0)
    assert problem.severity is Severity.ERROR and problem.remedy
    assert snapshot(tmp_path) == before
