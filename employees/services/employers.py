"""Employers with their signatories, sites and local acts."""

from django.db import transaction

from employees.models import Employer, LocalAct, Signatory, Site
from employees.rules import employer_problems, signatory_problems, site_problems
from employees.services.checking import check
from employees.services.identifiers import normalise_employer
from hr_docs.russian import PersonName, declensions
from hr_docs.russian.declensions import PersonEdits, PhraseEdits


@transaction.atomic
def save_employer(*, employer: Employer, name_edits: PhraseEdits | None = None) -> Employer:
    """Validate and save an employer; propose the declension of its full name.

    `name_edits` holds the forms that HR has changed by hand, and only those.
    """
    check(employer, normalise=normalise_employer, rules=employer_problems)
    stored = Employer.objects.filter(pk=employer.pk).values_list("full_name", flat=True)
    employer.name_forms = declensions.kept_phrase(
        employer.name_forms, employer.full_name, before=stored.first(), edits=name_edits
    )
    employer.save()
    return employer


@transaction.atomic
def save_signatory(
    *,
    signatory: Signatory,
    name_edits: PersonEdits | None = None,
    position_edits: PhraseEdits | None = None,
) -> Signatory:
    """Validate and save a signatory; propose the declensions of name and position.

    A signatory who signs by default takes that place from the one before him.
    """
    others = Signatory.objects.filter(employer_id=signatory.employer_id).exclude(pk=signatory.pk)
    if signatory.is_default:
        for former in others.filter(is_default=True):
            former.is_default = False
            former.save(update_fields=["is_default"])  # not update(): the history takes note
    check(signatory, rules=signatory_problems)
    stored = Signatory.objects.filter(pk=signatory.pk).first()
    forms = declensions.refresh_person(
        signatory.name_forms,
        PersonName(signatory.surname, signatory.name, signatory.patronymic),
        gender="m" if signatory.gender == "m" else "f",
        is_renamed=stored is not None
        and (stored.full_name, stored.gender) != (signatory.full_name, signatory.gender),
    )
    signatory.name_forms = declensions.edit_person(forms, name_edits or {})
    signatory.position_forms = declensions.kept_phrase(
        signatory.position_forms,
        signatory.position,
        before=stored.position if stored else None,
        edits=position_edits,
    )
    signatory.save()
    return signatory


@transaction.atomic
def save_site(*, site: Site) -> Site:
    """Validate and save a site."""
    check(site, rules=site_problems)
    site.save()
    return site


@transaction.atomic
def save_local_act(*, local_act: LocalAct) -> LocalAct:
    """Validate and save a local act."""
    check(local_act)
    local_act.save()
    return local_act
