"""Where the work is done, in the sense of the law: it decides minimum wage and district pay."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from employees.models import Employment, Site, WorkMode
from hr_docs.law.reference import region_key

_REGION = re.compile(r"\b(?:област|край|кра[яе]\b|республик|респ\b|округ)", re.I)
_CITIES = re.compile(r"^(?:г\.?|город)?\s*(?:москва|санкт-петербург|севастополь)$", re.I)


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """Region, district coefficient, area and working conditions; None: not known.

    That is the site, unless all the work is remote: then there is no workplace with conditions,
    and of a locality other than the site's only the region is known, as far as it is named. Where
    the site's own region has no coefficient, neither has that locality.
    """

    region: str | None = None
    coefficient: Decimal | None = None
    north: str | None = None
    is_rural: bool | None = None
    conditions_class: str | None = None

    @classmethod
    def of(cls, employment: Employment) -> Self:
        """The place of an employment, whose site may not be chosen yet."""
        site: Site | None = getattr(employment, "site", None)
        is_remote = employment.work_mode == WorkMode.REMOTE
        if is_remote and (site is None or site.locality not in employment.remote_locality):
            return cls._elsewhere(site, _region_in(employment.remote_locality))
        if site is None:
            return cls()
        conditions = None if is_remote else site.conditions_class
        return cls(site.region, site.district_coefficient, site.north, site.is_rural, conditions)

    @classmethod
    def _elsewhere(cls, site: Site | None, region: str | None) -> Self:
        is_same_region = site and region and region_key(site.region) == region_key(region)
        is_without = is_same_region and site and site.district_coefficient == 1
        return cls(region, coefficient=Decimal(1) if is_without else None)


def _region_in(locality: str) -> str | None:
    """«г. Самара, Самарская область» → «Самарская область»; None where no region is named."""
    for part in map(str.strip, locality.split(",")):
        if _REGION.search(part) or _CITIES.match(part):
            return part
    return None
