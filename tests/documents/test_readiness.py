"""What keeps papers from being issued, before any law is asked."""

from datetime import date

import pytest

from employees.models import Employment
from hr_docs.documents.issuing.readiness import obstacles
from hr_docs.russian import PersonName
from hr_docs.russian.declensions import edit_person, edit_phrase, refresh_person, refresh_phrase
from tests.factories import AcquaintanceFactory, make_employment, make_signatory, make_site

DAY = date(2026, 11, 30)
pytestmark = pytest.mark.django_db


def test_it_lets_a_whole_employment_pass():
    assert obstacles(make_employment(), DAY) == []


def _ended(employment):
    employment.status = Employment.Status.ENDED


def _late_edition(employment):
    employment.job_description.approved_on = date(2026, 12, 1)


def _superseded_edition(employment):
    employment.job_description.superseded_on = DAY


def _other_tier(employment):
    employment.job_description.tier_id += 1


def _expired_authority(employment):
    employment.signatory.valid_until = date(2026, 11, 29)


def _early_authority(employment):
    employment.signatory.valid_from = date(2026, 12, 1)


def _foreign_signatory(employment):
    employment.signatory = make_signatory()


def _foreign_site(employment):
    employment.site = make_site()


def _late_acquaintance(employment):
    AcquaintanceFactory(
        employment=employment, job_description=employment.job_description, read_on=date(2026, 12, 1)
    )


def _stale_declension(employment):
    forms = edit_person(
        employment.operator.name_forms, {"datv": PersonName("Ивановой", "Анне-Марии", "")}
    )
    renamed = PersonName("Орлова", "Анна", "")
    employment.operator.name_forms = refresh_person(forms, renamed, gender="f", is_renamed=True)


def _stale_title(employment):
    forms = edit_phrase(employment.position.title_forms, {"gent": "оператора"})
    employment.position.title_forms = refresh_phrase(forms, "диспетчер", is_renamed=True)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_stale_declension, "имя с тех пор изменилось (ФИО работника"),
        (_stale_title, "имя с тех пор изменилось (должность, "),
        (_ended, "прекращены"),
        (_late_edition, "позже даты документов 30.11.2026"),
        (_superseded_edition, "выберите действующую"),
        (_other_tier, "для другой должности или другого уровня"),
        (_expired_authority, "закончились 29.11.2026"),
        (_early_authority, "начинаются 01.12.2026"),
        (_foreign_signatory, "другого работодателя"),
        (_foreign_site, "принадлежит другому работодателю"),
        (_late_acquaintance, "позже даты договора 30.11.2026"),
    ],
)
def test_it_says_what_is_in_the_way(spoil, words):
    employment = make_employment()
    spoil(employment)
    assert any(words in sentence for sentence in obstacles(employment, DAY))
