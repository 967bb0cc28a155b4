from rapportbyggare.typography.sorting import swedish_key


def test_the_last_three_letters_come_last() -> None:
    names = ["Östersund", "Åre", "Ärla", "Zinkgruvan", "berg", "Bräcke", "Berg", "Härjedalen"]
    assert sorted(names, key=swedish_key) == ["Berg", "berg", "Bräcke", "Härjedalen", "Zinkgruvan", "Åre", "Ärla", "Östersund"]


def test_w_comes_after_v_and_e_acute_is_e() -> None:
    assert sorted(["Wik", "Vä", "idé", "idag", "idet"], key=swedish_key) == ["idag", "idé", "idet", "Vä", "Wik"]


def test_letters_in_two_parts_sort_as_one() -> None:
    assert swedish_key("A\u030are")[0] == swedish_key("Åre")[0]
