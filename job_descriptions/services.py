"""Writes to positions, tiers and job descriptions: each validates and saves in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from hr_docs.russian import declensions
from hr_docs.russian.declensions import PhraseEdits
from hr_docs.texts import one_line
from job_descriptions.models import ExperienceTier, JobDescriptionEdition, Position
from job_descriptions.standard import TIER_CODES, standard_sections

Sections = Mapping[str, Sequence[str]]


@transaction.atomic
def save_position(
    *,
    position: Position,
    title_edits: PhraseEdits | None = None,
    department_edits: PhraseEdits | None = None,
) -> Position:
    """Validate and save; propose the declensions of title and department, then apply the edits.

    Raises ValidationError with messages by field.
    """
    position.title = one_line(position.title)
    position.department = one_line(position.department)
    position.reports_to = one_line(position.reports_to)
    position.full_clean()
    before = Position.objects.filter(pk=position.pk).first()
    position.title_forms = declensions.kept_phrase(
        position.title_forms,
        position.title,
        before=before.title if before else None,
        edits=title_edits,
    )
    position.department_forms = declensions.kept_phrase(
        position.department_forms,
        position.department,
        before=before.department if before else None,
        edits=department_edits,
    )
    position.save()
    return position


@transaction.atomic
def save_tier(*, tier: ExperienceTier) -> ExperienceTier:
    """Validate and save a tier. Raises ValidationError with messages by field."""
    if tier.rate_max is not None and tier.rate_max < tier.rate_min:
        raise ValidationError({"rate_max": "Наибольшая ставка меньше наименьшей. Поменяйте их."})
    tier.full_clean()
    tier.save()
    return tier


@transaction.atomic
def approve_edition(
    *,
    position: Position,
    tier: ExperienceTier,
    number: str,
    approved_on: date,
    approved_by_position: str,
    approved_by_name: str,
    sections: Sections,
) -> JobDescriptionEdition:
    """Approve a text: it is in force from `approved_on`, and the edition before it no longer is.

    The edition's number counts on from the last one of the same job description. Raises
    ValidationError with messages by field.
    """
    number = one_line(number)
    previous = (
        JobDescriptionEdition.objects.select_for_update()
        .filter(position=position, tier=tier, superseded_on=None)
        .first()
    )
    edition = JobDescriptionEdition(
        position=position,
        tier=tier,
        number=number,
        edition=_next_edition(position=position, tier=tier, number=number),
        approved_on=approved_on,
        approved_by_position=one_line(approved_by_position),
        approved_by_name=one_line(approved_by_name),
        sections=_checked_sections(sections),
    )
    if previous is not None:
        _supersede(previous, on=approved_on)
    edition.full_clean()
    edition.save()
    return edition


def adopt_standard_edition(
    *,
    position: Position,
    tier: ExperienceTier,
    number: str,
    approved_on: date,
    approved_by_position: str,
    approved_by_name: str,
) -> JobDescriptionEdition:
    """Approve the text that ships with the product for this tier (see `job_descriptions.standard`).

    Raises ValidationError, also for a tier of the user's own, which has no standard text.
    """
    if tier.code not in TIER_CODES:
        raise ValidationError(
            {"tier": f"Для уровня «{tier.title}» нет типового текста. Составьте его сами."}
        )
    return approve_edition(
        position=position,
        tier=tier,
        number=number,
        approved_on=approved_on,
        approved_by_position=approved_by_position,
        approved_by_name=approved_by_name,
        sections=standard_sections(
            tier_code=tier.code,
            position=position.title,
            tier=tier.title,
            superior=_inside_a_sentence(position.reports_to),
        ),
    )


def _next_edition(*, position: Position, tier: ExperienceTier, number: str) -> int:
    """One more than the last edition under this number; 1 for a new number."""
    last = JobDescriptionEdition.objects.filter(number=number).order_by("-edition").first()
    if last is None:
        return 1
    if (last.position_id, last.tier_id) != (position.pk, tier.pk):
        raise ValidationError(
            {
                "number": f"Номер «{number}» уже носит инструкция другой должности или уровня: "
                f"{last.position}, {last.tier}. Дайте другой номер."
            }
        )
    return last.edition + 1


def _supersede(previous: JobDescriptionEdition, *, on: date) -> None:
    if previous.approved_on > on:
        raise ValidationError(
            {
                "approved_on": f"Действующая редакция утверждена {previous.approved_on:%d.%m.%Y}: "
                "новая не может быть раньше. Исправьте дату."
            }
        )
    previous.superseded_on = on
    previous.save(update_fields=["superseded_on"])


def _checked_sections(sections: Sections) -> dict[str, list[str]]:
    """All eight sections with at least one paragraph each, in their order, without blank ones."""
    section_codes = JobDescriptionEdition.Section
    unknown = sorted(set(sections) - set(section_codes.values))
    if unknown:
        raise ValidationError({"sections": f"Нет раздела с кодом «{unknown[0]}»."})
    checked = {
        code.value: [text for each in sections.get(code, ()) if (text := one_line(each))]
        for code in section_codes
    }
    empty = [str(section_codes(code).label) for code, text in checked.items() if not text]
    if empty:
        raise ValidationError(
            {"sections": f"Пустые разделы: {', '.join(empty)}. Заполните каждый раздел."}
        )
    return checked


def _inside_a_sentence(title: str) -> str:
    """A title without its capital: «Руководитель смены» → «руководитель смены», «HR-директор»."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
