"""What HR writes for each choice: the first name of a code is the one the sample uses."""

from employees.countries import COUNTRIES, OTHER_NAMES
from employees.models import Employment, Operator, WorkMode

GENDERS = {"женский": "f", "жен": "f", "ж": "f", "мужской": "m", "муж": "m", "м": "m"}

CITIZENSHIPS = {
    **{name: code for code, name in COUNTRIES.items()},
    **OTHER_NAMES,
    **{code: code for code in COUNTRIES},
}

_Document = Operator.IdentityDocument
IDENTITY_DOCUMENTS = {
    "паспорт РФ": _Document.RF_PASSPORT,
    "паспорт гражданина РФ": _Document.RF_PASSPORT,
    "паспорт гражданина Российской Федерации": _Document.RF_PASSPORT,
    "паспорт": _Document.RF_PASSPORT,
    "паспорт иностранного гражданина": _Document.FOREIGN_PASSPORT,
    "иностранный паспорт": _Document.FOREIGN_PASSPORT,
    "национальный паспорт": _Document.FOREIGN_PASSPORT,
    "вид на жительство лица без гражданства": _Document.RESIDENCE_PERMIT,
    "вид на жительство": _Document.RESIDENCE_PERMIT,
    "временное удостоверение личности": _Document.TEMPORARY_IDENTITY,
    "удостоверение беженца": _Document.REFUGEE,
}

_Status = Operator.ForeignStatus
FOREIGN_STATUSES = {
    "временно пребывающий": _Status.TEMPORARY_STAY,
    "временное пребывание": _Status.TEMPORARY_STAY,
    "временно проживающий": _Status.TEMPORARY_RESIDENCE,
    "временное проживание": _Status.TEMPORARY_RESIDENCE,
    "постоянно проживающий": _Status.PERMANENT_RESIDENCE,
    "постоянное проживание": _Status.PERMANENT_RESIDENCE,
}

_Permit = Operator.Permit
PERMITS = {
    "патент": _Permit.PATENT,
    "разрешение на работу": _Permit.WORK_PERMIT,
    "РВП": _Permit.TEMPORARY_RESIDENCE,
    "разрешение на временное проживание": _Permit.TEMPORARY_RESIDENCE,
    "вид на жительство": _Permit.RESIDENCE_PERMIT,
    "ВНЖ": _Permit.RESIDENCE_PERMIT,
}

KINDS = {
    "основная": Employment.Kind.MAIN,
    "основная работа": Employment.Kind.MAIN,
    "основное место работы": Employment.Kind.MAIN,
    "совместительство": Employment.Kind.SECONDARY,
    "по совместительству": Employment.Kind.SECONDARY,
    "внешнее совместительство": Employment.Kind.SECONDARY,
    "внутреннее совместительство": Employment.Kind.SECONDARY,
}

TERMS = {
    "бессрочный": Employment.Term.INDEFINITE,
    "на неопределённый срок": Employment.Term.INDEFINITE,
    "неопределённый срок": Employment.Term.INDEFINITE,
    "бессрочно": Employment.Term.INDEFINITE,
    "срочный": Employment.Term.FIXED,
    "на определённый срок": Employment.Term.FIXED,
    "срочно": Employment.Term.FIXED,
}

_Ground = Employment.FixedTermGround
FIXED_TERM_GROUNDS = {
    "отсутствующий работник": _Ground.ABSENT_EMPLOYEE,
    "на время отсутствия работника": _Ground.ABSENT_EMPLOYEE,
    "замещение": _Ground.ABSENT_EMPLOYEE,
    "временная работа до двух месяцев": _Ground.TEMPORARY_WORK,
    "временные работы": _Ground.TEMPORARY_WORK,
    "до двух месяцев": _Ground.TEMPORARY_WORK,
    "временное расширение объёма услуг": _Ground.TEMPORARY_EXTENSION,
    "временное расширение": _Ground.TEMPORARY_EXTENSION,
    "расширение объёма услуг": _Ground.TEMPORARY_EXTENSION,
    "заведомо определённая работа": _Ground.KNOWN_WORK,
    "определённая работа": _Ground.KNOWN_WORK,
    "стажировка или практика": _Ground.INTERNSHIP,
    "практика": _Ground.INTERNSHIP,
    "субъект малого предпринимательства": _Ground.SMALL_BUSINESS,
    "МСП": _Ground.SMALL_BUSINESS,
    "пенсионер": _Ground.PENSIONER,
    "очное обучение": _Ground.STUDENT,
    "студент": _Ground.STUDENT,
    "студент очной формы": _Ground.STUDENT,
    "совместительство": _Ground.SECONDARY_JOB,
}

WORK_MODES = {
    "на территории": WorkMode.ON_SITE,
    "на территории работодателя": WorkMode.ON_SITE,
    "офис": WorkMode.ON_SITE,
    "в офисе": WorkMode.ON_SITE,
    "очно": WorkMode.ON_SITE,
    "дистанционно": WorkMode.REMOTE,
    "дистанционно постоянно": WorkMode.REMOTE,
    "постоянно дистанционно": WorkMode.REMOTE,
    "удалённо": WorkMode.REMOTE,
    "дистанционно временно": WorkMode.REMOTE_TEMPORARY,
    "временно дистанционно": WorkMode.REMOTE_TEMPORARY,
    "временно удалённо": WorkMode.REMOTE_TEMPORARY,
    "удалённо временно": WorkMode.REMOTE_TEMPORARY,
    "чередование": WorkMode.HYBRID,
    "гибрид": WorkMode.HYBRID,
    "гибридный": WorkMode.HYBRID,
    "комбинированный": WorkMode.HYBRID,
}

EQUIPMENT = {
    "работодателя": Employment.Equipment.EMPLOYER,
    "оборудование работодателя": Employment.Equipment.EMPLOYER,
    "собственное": Employment.Equipment.OWN,
    "своё": Employment.Equipment.OWN,
    "работника": Employment.Equipment.OWN,
    "арендованное": Employment.Equipment.RENTED,
}

SCHEDULES = {
    "пятидневка": Employment.Schedule.FIVE_DAY,
    "5/2": Employment.Schedule.FIVE_DAY,
    "пятидневная неделя": Employment.Schedule.FIVE_DAY,
    "сменный 2/2": Employment.Schedule.SHIFTS_2_2,
    "2/2": Employment.Schedule.SHIFTS_2_2,
    "смены 2/2": Employment.Schedule.SHIFTS_2_2,
    "сменный": Employment.Schedule.SHIFTS_2_2,
    "скользящий": Employment.Schedule.SLIDING,
    "скользящий график": Employment.Schedule.SLIDING,
    "плавающий": Employment.Schedule.SLIDING,
}

ACCOUNTING_PERIODS = {
    "месяц": Employment.AccountingPeriod.MONTH,
    "квартал": Employment.AccountingPeriod.QUARTER,
    "полугодие": Employment.AccountingPeriod.HALF_YEAR,
    "год": Employment.AccountingPeriod.YEAR,
}

HOLIDAY_REWARDS = {
    "по локальному акту": Employment.HolidayReward.LOCAL_ACT,
    "локальный акт": Employment.HolidayReward.LOCAL_ACT,
    "по положению об оплате труда": Employment.HolidayReward.LOCAL_ACT,
    "сумма": Employment.HolidayReward.AMOUNT,
    "суммой": Employment.HolidayReward.AMOUNT,
}

CHILD_CARE = {
    "воспитывает один": Employment.ChildCare.SINGLE,
    "единственный родитель": Employment.ChildCare.SINGLE,
    "опекун": Employment.ChildCare.GUARDIAN,
    "второй родитель мобилизован или на вахте": Employment.ChildCare.OTHER_AWAY,
    "второй родитель мобилизован": Employment.ChildCare.OTHER_AWAY,
    "второй родитель на вахте": Employment.ChildCare.OTHER_AWAY,
}

DISABILITY_GROUPS = {
    name: str(group.value)
    for group, roman in zip(Employment.DisabilityGroup, ("I", "II", "III"), strict=True)
    for name in (f"{roman} группа", roman, str(group.value), f"{group.value} группа")
}

EDUCATION = {
    "учится в школе": Employment.Education.PUPIL,
    "школьник": Employment.Education.PUPIL,
    "общее образование получено": Employment.Education.FINISHED,
    "окончил школу": Employment.Education.FINISHED,
    "оставил школу, учится в другой форме": Employment.Education.LEFT_SCHOOL,
    "очно": Employment.Education.STUDENT,
    "студент очной формы": Employment.Education.STUDENT,
    "очная форма": Employment.Education.STUDENT,
}

PROBATION_EXEMPTIONS = {
    "первая работа после учёбы": Employment.ProbationExemption.GRADUATE,
    "молодой специалист": Employment.ProbationExemption.GRADUATE,
    "перевод от другого работодателя": Employment.ProbationExemption.TRANSFER,
    "перевод": Employment.ProbationExemption.TRANSFER,
    "окончил ученичество": Employment.ProbationExemption.APPRENTICE,
}
