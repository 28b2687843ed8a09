"""Stored forms: proposed, edited, refreshed."""

import pytest

from hr_docs.russian import OBLIQUE, PersonName
from hr_docs.russian.declensions import (
    MissingForm,
    edit_person,
    edit_phrase,
    kept_phrase,
    read_person,
    read_phrase,
    refresh_person,
    refresh_phrase,
)

IVANOVA = PersonName("Иванова", "Анна", "Петровна")


def test_it_stores_five_cases_as_json():
    forms = refresh_phrase({}, "старший оператор")
    assert tuple(forms) == OBLIQUE
    assert forms["gent"] == {
        "value": "старшего оператора",
        "origin": "proposed",
        "flagged": False,
        "stale": False,
    }


def test_it_stores_the_parts_of_a_name():
    forms = refresh_person({}, IVANOVA, gender="f")
    assert forms["datv"]["value"] == {
        "surname": "Ивановой",
        "name": "Анне",
        "patronymic": "Петровне",
    }


def test_it_flags_a_doubtful_name():
    forms = refresh_person({}, PersonName("Smith", "John", ""), gender="m")
    assert forms["gent"]["flagged"] is True


def test_it_reads_what_is_stored():
    forms = refresh_person({}, IVANOVA, gender="f")
    assert read_person(forms, "ablt") == PersonName("Ивановой", "Анной", "Петровной")
    assert read_phrase(refresh_phrase({}, "директор"), "datv") == "директору"


def test_a_form_that_is_not_stored_is_an_error():
    with pytest.raises(MissingForm, match="gent"):
        read_phrase({}, "gent")


def test_forms_stay_while_the_name_stays():
    forms = edit_phrase(refresh_phrase({}, "директор"), {"gent": "директора завода"})
    assert refresh_phrase(forms, "директор") == forms


@pytest.mark.parametrize(
    ("before", "genitive"),
    [(None, "директора"), ("директор", "директора"), ("диспетчер", "директора")],
)
def test_it_keeps_what_hr_wrote_and_proposes_the_rest(before, genitive):
    stored = refresh_phrase({}, before) if before else {}
    forms = kept_phrase(stored, "директор", before=before, edits={"datv": "директору завода"})
    assert read_phrase(forms, "gent") == genitive
    assert read_phrase(forms, "datv") == "директору завода"


def test_a_change_of_name_makes_proposed_forms_again():
    forms = refresh_person({}, IVANOVA, gender="f")
    renamed = refresh_person(
        forms, PersonName("Орлова", "Анна", "Петровна"), gender="f", is_renamed=True
    )
    assert read_person(renamed, "gent").surname == "Орловой"
    assert forms["gent"]["value"]["surname"] == "Ивановой"


def test_a_change_of_name_makes_edited_forms_stale():
    forms = edit_phrase(refresh_phrase({}, "директор"), {"gent": "директора завода"})
    renamed = refresh_phrase(forms, "управляющий", is_renamed=True)
    assert (renamed["gent"]["value"], renamed["gent"]["stale"]) == ("директора завода", True)
    assert renamed["datv"]["value"] == "управляющему"


def test_an_edit_is_remembered_as_one():
    edited = PersonName("Ивановой", "Анны", "Петровны (в браке Орловой)")
    forms = edit_person(refresh_person({}, IVANOVA, gender="f"), {"gent": edited})
    assert forms["gent"]["origin"] == "edited"
    assert forms["datv"]["origin"] == "proposed"


def test_a_form_handed_back_unchanged_is_settled_but_not_edited():
    forms = refresh_person({}, PersonName("Smith", "John", ""), gender="m")
    confirmed = edit_person(forms, {"gent": read_person(forms, "gent")})
    assert (confirmed["gent"]["origin"], confirmed["gent"]["flagged"]) == ("proposed", False)


def test_a_stale_form_can_be_confirmed():
    forms = edit_phrase(refresh_phrase({}, "директор"), {"gent": "шефа"})
    stale = refresh_phrase(forms, "начальник", is_renamed=True)
    confirmed = edit_phrase(stale, {"gent": "шефа"})
    assert (confirmed["gent"]["origin"], confirmed["gent"]["stale"]) == ("edited", False)


def test_a_lost_form_is_proposed_again():
    forms = refresh_phrase({}, "директор")
    del forms["gent"]
    assert refresh_phrase(forms, "директор")["gent"]["value"] == "директора"
