from pathlib import Path

import pytest

from tests.unit.intake.registers import ACCOUNTS, COMPANIES, COUNTY, Taken, accounts, companies, take, text_file

KKB, OTHER = "90.010 Artistisk verksamhet", "47.110 Livsmedelshandel"
ROWS = companies(("1", "Östersund", KKB, ""), ("2", "Åre", OTHER, ""), ("3", "Åre", KKB, ""))


def straight(path: Path, map_text: str = COMPANIES) -> Taken:
    """A file read straight from the disk, however small."""
    return take(path, map_text, plain_from=0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_encoding_and_line_end(tmp_path: Path, encoding: str, end: str) -> None:
    taken = straight(text_file(tmp_path / "a.csv", ROWS, encoding, end))
    assert taken.codes == [] and taken.facts("antal_kkb")[2025, "Östersund"] == 1
    assert taken.county("antal_kkb") == 2


def test_an_encoding_that_shows_only_far_down(tmp_path: Path) -> None:
    plain = [(str(number), "Berg", OTHER, "x" * 200) for number in range(6000)]
    rows = companies(*plain, ("9999", "Östersund", KKB, ""))
    path = text_file(tmp_path / "a.csv", rows, "cp1252")
    assert path.stat().st_size > 1 << 20
    taken = straight(path)
    assert taken.codes == [] and taken.facts("antal_kkb")[2025, "Östersund"] == 1


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_any_delimiter(tmp_path: Path, delimiter: str) -> None:
    path = text_file(tmp_path / "a.csv", ROWS)
    path.write_text(path.read_text(encoding="utf-8").replace(";", delimiter), encoding="utf-8")
    assert straight(path).county("antal_kkb") == 2


def test_titles_above_line_breaks_in_headings_and_blank_rows(tmp_path: Path) -> None:
    text = 'Företag, juli\n\n"Orgnr";"Kommun\n";SNI;Status\n"1";"Berg";"90010";\n\n;;;\n2;Åre;47110;\n'
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    taken = straight(path)
    assert taken.codes == [] and taken.facts("antal_kkb")[2025, "Berg"] == 1
    assert {one.origin.cell for one in taken.observations} == {"A4:D7 (2\u00a0rader)"}


@pytest.mark.parametrize(
    "row",
    [
        '3;Åre;90010;5" rör',
        '3;Åre;90010;"två\nrader"',
        '3;Åre;="90010";',
        '"3";"Åre";"90010";""',
        "3;Åre;90010",
        "3;Åre;90010;;;",
    ],
)
def test_rows_that_are_not_plain_are_read_all_the_same(tmp_path: Path, row: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Orgnr;Kommun;SNI;Status\n1;Berg;90010;\n2;Berg;47110;\n{row}\n4;Åre;47110;\n", encoding="utf-8")
    taken = straight(path)
    assert taken.codes == [] and taken.facts("antal_kkb")[2025, "Åre"] == 1
    assert taken.bases("andel_kkb")[2025, COUNTY] == 4


@pytest.mark.parametrize(
    ("row", "code"), [('3;Åre;"90010;', "trasiga-citattecken"), ("3;Åre;90010;x;y", "for-manga-celler-i-raden")]
)
def test_rows_that_cannot_be_told_apart_are_refused(tmp_path: Path, row: str, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Orgnr;Kommun;SNI;Status\n1;Berg;90010;\n2;Berg;47110;\n{row}\n4;Åre;47110;\n", encoding="utf-8")
    assert straight(path).codes == [code]


def test_a_missing_column_is_asked_for_once(tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", [row[:2] for row in ROWS])
    assert straight(path).codes == ["kolumn-saknas"]


def test_a_column_that_only_a_filter_needs_is_asked_for(tmp_path: Path) -> None:
    filtered = COMPANIES.replace("[[filter]]", '[[filter]]\nkolumn = "status"\nen_av = ["Aktiv"]\n[[filter]]', 1)
    path = text_file(tmp_path / "a.csv", [row[:3] for row in ROWS])
    taken = straight(path, filtered)
    assert taken.codes == ["kolumn-saknas"] and "”Status”" in taken.said


def test_a_filter_that_nothing_passes_is_a_fault_of_the_map(tmp_path: Path) -> None:
    filtered = COMPANIES.replace("[[filter]]", '[[filter]]\nkolumn = "status"\nen_av = ["Aktiv"]\n[[filter]]', 1)
    rows = companies(*[(number, "Berg", OTHER, "Verksam") for number in range(3)])
    assert straight(text_file(tmp_path / "a.csv", rows), filtered).codes == ["filter-utan-rader"]


@pytest.mark.parametrize("first", ["5560000001", "556000-0001", "E-1"])
def test_units_are_told_apart_however_their_identities_are_written(tmp_path: Path, first: str) -> None:
    rows = companies(
        *[(f"{number:010}", "Berg", OTHER, "") for number in range(250)],
        (first, "Berg", KKB, ""),
        (f" {first}", "Berg", KKB, ""),
        ("X-17", "Åre", KKB, ""),
        ("X17", "Åre", KKB, ""),
        ("X-18", "Åre", KKB, ""),
    )
    taken = straight(text_file(tmp_path / "a.csv", rows))
    assert taken.codes == ["samma-enhet-olika-rader"] and "rad 254 = 255." in taken.said
    same = companies(*rows[1:252], (first, "Berg", KKB, ""), ("X-17", "Åre", KKB, ""), ("X-18", "Åre", KKB, ""))
    taken = straight(text_file(tmp_path / "b.csv", same))
    assert taken.codes == [] and taken.county("antal_kkb") == 3
    assert "1 rad är en exakt kopia" in taken.said


def test_a_column_that_tells_nothing_apart_is_no_identity(tmp_path: Path) -> None:
    rows = companies(*[("1", "Berg", OTHER, "") for _ in range(50_001)])
    assert straight(text_file(tmp_path / "a.csv", rows)).codes == ["nyckel-som-inte-skiljer"]


def test_numbers_of_every_form_are_summed_alike(tmp_path: Path) -> None:
    forms = ["1234", "1 234", "1\u00a0234", "1\u202f234", "1234,0", '="1234"', "1234 tkr", " 1234 "]
    rows = accounts(*[(str(number), "Berg", form, "1") for number, form in enumerate(forms)])
    taken = straight(text_file(tmp_path / "a.csv", rows), ACCOUNTS)
    assert taken.codes == [] and taken.county("nettoomsattning") == 1_234_000 * len(forms)


def test_a_large_number_is_no_plain_one(tmp_path: Path) -> None:
    rows = accounts(("1", "Berg", "999999999", "1"), ("2", "Berg", "1000000000", "1"), ("3", "Berg", "0012", "1"))
    taken = straight(text_file(tmp_path / "a.csv", rows), ACCOUNTS)
    assert taken.codes == ["inget-tal"] and "C4" in taken.said


def test_the_copy_in_another_encoding_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "fil").mkdir()
    straight(text_file(tmp_path / "fil" / "a.csv", ROWS, "cp1252"))
    assert [entry.name for entry in tmp_path.iterdir()] == ["fil"]


def test_a_beginning_with_many_faults_tells_how_many_there_are(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Orgnr;Kommun;SNI;Status\n" + "1;Berg;90010;x;y\n" * 70, encoding="utf-8")
    taken = straight(path)
    assert len(taken.codes) == 51 and "Filen har ytterligare 20 fel." in taken.said
