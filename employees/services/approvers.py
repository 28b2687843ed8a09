"""Who approved the job description of an employment, and for whom he signs."""

from employees.models import Employment, Signatory
from hr_docs.russian import PersonName, initials_first


def is_approved_elsewhere(employment: Employment) -> bool:
    """Whether a signatory of another employer, and none of this one, approved its job description.

    Descriptions are shared by all employers, while a local act is in force only where its own
    employer has adopted it (ст. 8 ТК РФ). Whoever is no signatory of anybody is left alone. One
    query.
    """
    approver = _squeezed(employment.job_description.approved_by_name)
    employers = {
        signatory.employer_id
        for signatory in Signatory.objects.only("employer", "surname", "name", "patronymic")
        if approver == _squeezed(_printed(signatory))
    }
    return bool(employers) and employment.employer_id not in employers


def _printed(signatory: Signatory) -> str:
    return initials_first(PersonName(signatory.surname, signatory.name, signatory.patronymic))


def _squeezed(name: str) -> str:
    return "".join(name.split()).lower().replace("ё", "е")
