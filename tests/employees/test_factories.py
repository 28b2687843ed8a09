"""The records that every other test starts from are whole and valid."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

TRAITS = ["remote", "remote_temporary", "hybrid", "fixed_term", "shifts"]


@pytest.mark.parametrize("trait", [None, *TRAITS])
def test_it_makes_an_employment_that_passes_validation(trait):
    employment = factories.make_employment(**({trait: True} if trait else {}))
    employment.full_clean()
    employment.operator.full_clean()
    employment.employer.full_clean()


def test_it_makes_many_without_collisions():
    made = [factories.make_employment() for _ in range(3)]
    assert len({employment.operator.snils for employment in made}) == 3
