"""Kinds of document as data: a further kind is a title, a place in the pack and a Word file."""

import re

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from pytils.translit import slugify

from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.issuing.numbering import validate_mask
from hr_docs.documents.masters.uploads import take_upload
from hr_docs.documents.models import MasterUpload, WordMaster


@transaction.atomic
def add_kind(*, master: WordMaster, content: bytes, added_by: User) -> MasterUpload:
    """Add a kind with its first Word file, which still waits to be made current.

    Until then no pack has it. Raises ValidationError by field, `MasterRefusedError` for a file
    with errors: then there is no kind either.
    """
    master.kind = _free_name(master.title)
    save_kind(master=master)
    return take_upload(master=master, content=content, uploaded_by=added_by)


@transaction.atomic
def save_kind(*, master: WordMaster) -> None:
    """Store what a kind is called and where it stands; ValidationError by field.

    At a place that is taken it comes in between: whoever stands there and after moves on by one.
    """
    try:
        validate_mask(master.number_mask)
    except ValidationError as error:
        raise ValidationError({"number_mask": error}) from error
    if master.kind == CONTRACT_KIND and not master.operator_copies:
        message = "Экземпляр трудового договора передают работнику (ст. 67 ТК РФ): укажите 1."
        raise ValidationError({"operator_copies": message})
    same = WordMaster.objects.exclude(pk=master.pk).filter(title=master.title)
    if same.exists():
        message = (
            f"Вид документа «{master.title}» уже есть: загрузите файл ему или смените название."
        )
        raise ValidationError({"title": message})
    _make_room(master)
    master.full_clean()
    master.save()


def _make_room(master: WordMaster) -> None:
    others = WordMaster.objects.select_for_update().exclude(pk=master.pk)
    if not others.filter(signing_order=master.signing_order).exists():
        return
    for other in others.filter(signing_order__gte=master.signing_order).order_by("-signing_order"):
        other.signing_order += 1
        other.save(update_fields=["signing_order"])


def _free_name(title: str) -> str:
    """«Согласие на обработку» → `soglasie_na_obrabotku`, the name that the commands use."""
    name = re.sub(r"[^a-z0-9]+", "_", slugify(title).lower()).strip("_")[:56] or "kind"
    taken = set(WordMaster.objects.filter(kind__startswith=name).values_list("kind", flat=True))
    numbers = (f"{name}_{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (name, *numbers) if one not in taken)
