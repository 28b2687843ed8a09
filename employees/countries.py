"""Citizenships: two-letter codes of ОКСМ (ОК 025-2001, ISO 3166-1) with short Russian names."""

import re

STATELESS = "XX"
"""A person without citizenship; the code is from the user-assigned range of the standard."""

EAEU = frozenset({"AM", "BY", "KG", "KZ"})
"""Citizens work in Russia without a permit (Договор о ЕАЭС, ст. 97)."""

_TABLE = """
AB Абхазия
AD Андорра
AE Объединённые Арабские Эмираты
AF Афганистан
AG Антигуа и Барбуда
AI Ангилья
AL Албания
AM Армения
AO Ангола
AR Аргентина
AS Американское Самоа
AT Австрия
AU Австралия
AW Аруба
AZ Азербайджан
BA Босния и Герцеговина
BB Барбадос
BD Бангладеш
BE Бельгия
BF Буркина-Фасо
BG Болгария
BH Бахрейн
BI Бурунди
BJ Бенин
BM Бермуды
BN Бруней
BO Боливия
BR Бразилия
BS Багамы
BT Бутан
BW Ботсвана
BY Беларусь
BZ Белиз
CA Канада
CD Демократическая Республика Конго
CF Центральноафриканская Республика
CG Конго
CH Швейцария
CI Кот-д’Ивуар
CL Чили
CM Камерун
CN Китай
CO Колумбия
CR Коста-Рика
CU Куба
CV Кабо-Верде
CY Кипр
CZ Чехия
DE Германия
DJ Джибути
DK Дания
DM Доминика
DO Доминиканская Республика
DZ Алжир
EC Эквадор
EE Эстония
EG Египет
ER Эритрея
ES Испания
ET Эфиопия
FI Финляндия
FJ Фиджи
FM Микронезия
FR Франция
GA Габон
GB Великобритания
GD Гренада
GE Грузия
GH Гана
GM Гамбия
GN Гвинея
GQ Экваториальная Гвинея
GR Греция
GT Гватемала
GW Гвинея-Бисау
GY Гайана
HK Гонконг
HN Гондурас
HR Хорватия
HT Гаити
HU Венгрия
ID Индонезия
IE Ирландия
IL Израиль
IN Индия
IQ Ирак
IR Иран
IS Исландия
IT Италия
JM Ямайка
JO Иордания
JP Япония
KE Кения
KG Киргизия
KH Камбоджа
KI Кирибати
KM Коморы
KN Сент-Китс и Невис
KP Корейская Народно-Демократическая Республика
KR Республика Корея
KW Кувейт
KZ Казахстан
LA Лаос
LB Ливан
LC Сент-Люсия
LI Лихтенштейн
LK Шри-Ланка
LR Либерия
LS Лесото
LT Литва
LU Люксембург
LV Латвия
LY Ливия
MA Марокко
MC Монако
MD Молдавия
ME Черногория
MG Мадагаскар
MH Маршалловы Острова
MK Северная Македония
ML Мали
MM Мьянма
MN Монголия
MO Макао
MR Мавритания
MT Мальта
MU Маврикий
MV Мальдивы
MW Малави
MX Мексика
MY Малайзия
MZ Мозамбик
NA Намибия
NE Нигер
NG Нигерия
NI Никарагуа
NL Нидерланды
NO Норвегия
NP Непал
NR Науру
NZ Новая Зеландия
OM Оман
OS Южная Осетия
PA Панама
PE Перу
PG Папуа — Новая Гвинея
PH Филиппины
PK Пакистан
PL Польша
PR Пуэрто-Рико
PS Палестина
PT Португалия
PW Палау
PY Парагвай
QA Катар
RO Румыния
RS Сербия
RU Россия
RW Руанда
SA Саудовская Аравия
SB Соломоновы Острова
SC Сейшелы
SD Судан
SE Швеция
SG Сингапур
SI Словения
SK Словакия
SL Сьерра-Леоне
SM Сан-Марино
SN Сенегал
SO Сомали
SR Суринам
SS Южный Судан
ST Сан-Томе и Принсипи
SV Сальвадор
SY Сирия
SZ Эсватини
TD Чад
TG Того
TH Таиланд
TJ Таджикистан
TL Тимор-Лесте
TM Туркмения
TN Тунис
TO Тонга
TR Турция
TT Тринидад и Тобаго
TV Тувалу
TW Тайвань
TZ Танзания
UA Украина
UG Уганда
US Соединённые Штаты Америки
UY Уругвай
UZ Узбекистан
VA Ватикан
VC Сент-Винсент и Гренадины
VE Венесуэла
VN Вьетнам
VU Вануату
WS Самоа
XX Лицо без гражданства
YE Йемен
ZA Южно-Африканская Республика
ZM Замбия
ZW Зимбабве
"""

COUNTRIES: dict[str, str] = {
    code: name for code, _, name in (line.partition(" ") for line in _TABLE.split("\n") if line)
}
"""Code → short name."""

OTHER_NAMES: dict[str, str] = {
    "РФ": "RU",
    "Российская Федерация": "RU",
    "Республика Абхазия": "AB",
    "Республика Армения": "AM",
    "Азербайджанская Республика": "AZ",
    "Белоруссия": "BY",
    "Республика Беларусь": "BY",
    "РБ": "BY",
    "Кыргызстан": "KG",
    "Киргизская Республика": "KG",
    "Кыргызская Республика": "KG",
    "Республика Казахстан": "KZ",
    "РК": "KZ",
    "Молдова": "MD",
    "Республика Молдова": "MD",
    "Республика Южная Осетия": "OS",
    "Республика Таджикистан": "TJ",
    "Туркменистан": "TM",
    "Республика Узбекистан": "UZ",
    "Китайская Народная Республика": "CN",
    "КНР": "CN",
    "Социалистическая Республика Вьетнам": "VN",
    "Исламская Республика Иран": "IR",
    "Турецкая Республика": "TR",
    "Республика Сербия": "RS",
    "ОАЭ": "AE",
    "США": "US",
    "Южная Корея": "KR",
    "КНДР": "KP",
    "ЮАР": "ZA",
    "ЛБГ": "XX",
    "без гражданства": "XX",
    "апатрид": "XX",
}
"""Further names and abbreviations that HR writes → code."""

_WORD = re.compile(r"[\w-]+")
_SHORTEST = 6  # of the names looked for: Мали, Чад and Куба are words of Russian addresses too


def foreign_country_in(text: str) -> str:
    """The name of another country that a locality names («г. Алматы, Казахстан»), or nothing."""
    words = f" {' '.join(_WORD.findall(text.lower()))} "
    names = [*COUNTRIES.items(), *((code, name) for name, code in OTHER_NAMES.items())]
    found = (
        COUNTRIES[code]
        for code, name in names
        if code not in {"RU", STATELESS} and len(name) >= _SHORTEST and f" {name.lower()} " in words
    )
    return next(found, "")
