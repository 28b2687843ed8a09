"""What every person of the product has: a name with its stored declension."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Gender(models.TextChoices):
    """Grammatical gender of a person's name; the codes are those of `hr_docs.russian`."""

    FEMALE = "f", _("female")
    MALE = "m", _("male")


class Person(models.Model):
    """Surname, name, patronymic, gender, and the five oblique cases as stored.

    `name_forms` is proposed on saving and may be edited (see `hr_docs.russian.declensions`).
    """

    surname = models.CharField(_("surname"), max_length=100)
    name = models.CharField(_("first name"), max_length=100, blank=True)
    patronymic = models.CharField(_("patronymic"), max_length=100, blank=True)
    gender = models.CharField(_("gender"), max_length=1, choices=Gender)
    name_forms = models.JSONField(_("declension of the name"), default=dict, blank=True)

    class Meta:
        abstract = True

    @property
    def full_name(self) -> str:
        """«Иванова Анна Петровна», without the parts that the person does not have."""
        return " ".join(part for part in (self.surname, self.name, self.patronymic) if part)
