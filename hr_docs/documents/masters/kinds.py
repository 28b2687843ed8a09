"""Kinds of document as data: a further kind is a title, a place in the pack and a Word file."""

import re

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from pytils.translit import slugify

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


def save_kind(*, master: WordMaster) -> None:
    """Store the title, the place in the pack and the number mask; ValidationError by field."""
    try:
        validate_mask(master.number_mask)
    except ValidationError as error:
        raise ValidationError({"number_mask": error}) from error
    master.full_clean()
    master.save()


def _free_name(title: str) -> str:
    """«Согласие на обработку» → `soglasie_na_obrabotku`, the name that the commands use."""
    name = re.sub(r"[^a-z0-9]+", "_", slugify(title).lower()).strip("_")[:56] or "kind"
    taken = set(WordMaster.objects.filter(kind__startswith=name).values_list("kind", flat=True))
    numbers = (f"{name}_{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (name, *numbers) if one not in taken)
