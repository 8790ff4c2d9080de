"""The words that invented regions are made of: professions, capabilities, specialties, names, places.

Names of people are common Swedish ones, drawn apart from one another: nobody real is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

REGION_ORGANISATION: Final = "2321000198"
CARE: Final = "Vård och behandling"
ADMINISTRATION: Final = "Administration"
QUALITY: Final = "Kvalitetssäkring"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True, slots=True)
class Profession:
    """A profession: its id, name, licence code (blank: none), capabilities and how common it is."""

    key: str
    name: str
    licence: str
    capabilities: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Specialty:
    """A specialty: its id, its name, its VO's name, and the professions beside the usual ones."""

    key: str
    name: str
    vo_name: str
    professions: tuple[str, ...]


CAPABILITIES: Final = {
    "radgivning": "Rådgivning",
    "triage": "Triage",
    "chatt": "Chatt",
    "video": "Video",
    "remiss": "Remissbedömare",
    "admin": "Administratör",
    "kronisk": "Kronikerstöd",
    "uppfoljning": "Uppföljning",
    "provtagning": "Provtagning",
    "tidbok": "Tidbokning",
}

_TALK = ("", "radgivning", "video", "chatt", "uppfoljning")
_ALL_PROFESSIONS = (
    Profession(
        "lak",
        "Läkare",
        "LK",
        ("", "remiss", "video", "radgivning", "uppfoljning", "triage"),
        4,
    ),
    Profession(
        "ssk",
        "Sjuksköterska",
        "SJ",
        ("", "radgivning", "triage", "chatt", "video", "kronisk", "uppfoljning"),
        8,
    ),
    Profession("usk", "Undersköterska", "", ("", "provtagning", "chatt", "tidbok"), 6),
    Profession("adm", "Vårdadministratör", "", ("admin", "tidbok", "chatt", "remiss"), 2),
    Profession("dsk", "Distriktssköterska", "SJ", ("", "radgivning", "triage", "chatt"), 4),
    Profession("bmo", "Barnmorska", "BM", _TALK, 3),
    Profession("fys", "Fysioterapeut", "FT", _TALK, 2),
    Profession("arb", "Arbetsterapeut", "AT", _TALK, 2),
    Profession("psy", "Psykolog", "PS", _TALK, 2),
    Profession("kur", "Hälso- och sjukvårdskurator", "HK", _TALK, 1),
    Profession("die", "Dietist", "DT", _TALK, 1),
    Profession("log", "Logoped", "LG", _TALK, 1),
    Profession("aud", "Audionom", "AU", _TALK, 1),
    Profession("rsk", "Röntgensjuksköterska", "RS", ("", "radgivning", "tidbok"), 4),
    Profession("bma", "Biomedicinsk analytiker", "BA", ("", "provtagning", "uppfoljning"), 4),
    Profession("ort", "Ortopedingenjör", "OT", ("", "uppfoljning"), 1),
    Profession("fsy", "Sjukhusfysiker", "SF", ("", "uppfoljning"), 1),
    Profession("spe", "Specialistsjuksköterska", "SJ", ("", "radgivning", "triage", "video"), 3),
)
PROFESSIONS: Final = {profession.key: profession for profession in _ALL_PROFESSIONS}
USUAL: Final = ("ssk", "lak", "usk", "adm", "spe")

SPECIALTIES: Final = tuple(
    Specialty(key, name, f"VO {vo_name}", tuple(professions.split()))
    for key, name, vo_name, professions in (
        ("kardiologi", "Kardiologi", "Kardiologi", "fys bma kur die"),
        ("ortopedi", "Ortopedi", "Ortopedi", "fys arb ort"),
        ("kirurgi", "Kirurgi", "Kirurgi", "die kur fys"),
        ("kvinnosjukvard", "Obstetrik och gynekologi", "Kvinnosjukvård", "bmo kur fys"),
        (
            "barnmedicin",
            "Barn- och ungdomsmedicin",
            "Barn- och ungdomsmedicin",
            "die psy kur",
        ),
        ("psykiatri", "Psykiatri", "Vuxenpsykiatri", "psy kur arb"),
        ("onkologi", "Onkologi", "Onkologi", "fsy kur die"),
        ("oron", "Öron-, näs- och halssjukdomar", "Öron-näsa-hals", "aud log"),
        ("ogon", "Ögonsjukdomar", "Ögonsjukvård", "bma kur"),
        ("hud", "Hud- och könssjukdomar", "Hudsjukvård", "kur bma"),
        ("infektion", "Infektionssjukdomar", "Infektion", "kur bma"),
        ("neurologi", "Neurologi", "Neurologi", "fys arb log"),
        ("akut", "Akutsjukvård", "Akutsjukvård", "kur fys"),
        (
            "anestesi",
            "Anestesi och intensivvård",
            "Anestesi, operation och IVA",
            "fys kur",
        ),
        ("radiologi", "Radiologi", "Bild- och funktionsmedicin", "rsk fsy"),
        ("laboratorium", "Laboratoriemedicin", "Laboratoriemedicin", "bma fsy"),
        ("njurmedicin", "Njurmedicin", "Njurmedicin", "die kur"),
        ("lungmedicin", "Lungsjukdomar", "Lungmedicin", "fys bma"),
        ("reumatologi", "Reumatologi", "Reumatologi", "fys arb"),
        ("geriatrik", "Geriatrik", "Geriatrik", "fys arb die"),
        (
            "rehabilitering",
            "Rehabiliteringsmedicin",
            "Rehabilitering",
            "fys arb log kur",
        ),
        ("urologi", "Urologi", "Urologi", "kur fys"),
        ("habilitering", "Habilitering", "Habilitering", "psy log arb fys kur"),
        ("palliativ", "Palliativ medicin", "Palliativ vård", "kur die arb"),
    )
)
PRIMARY_CARE: Final = Specialty(
    "allmanmedicin",
    "Allmänmedicin",
    "VO Digital vård",
    _words("dsk bmo fys arb psy kur die"),
)

GIVEN_NAMES: Final = _words(
    "Anna Eva Maria Karin Kristina Lena Sara Emma Malin Jenny Ida Elin Linnea Sofia Hanna Amanda Julia Moa Ebba "
    "Alva Saga Wilma Fatima Amira Leila Zahra Maryam Olena Irina Katarzyna Aino Sirpa Lars Anders Johan Per Karl "
    "Mikael Jan Erik Peter Thomas Fredrik Daniel Magnus Jonas Oskar Viktor Emil Anton Elias Hugo Albin Nils Olle "
    "Ahmed Hassan Omar Yusuf Ali Reza Tomasz Bogdan Mika Juhani Åsa Örjan Östen Åke Märta Görel Torbjörn Björn"
)
FAMILY_NAMES: Final = _words(
    "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson "
    "Jansson Hansson Bengtsson Lindberg Lindström Lindqvist Berglund Fredriksson Sandberg Forsberg Sjöberg Wallin "
    "Engström Danielsson Håkansson Lundin Björk Bergman Holmgren Wikström Isaksson Fransson Bergqvist Nyström "
    "Holmberg Arvidsson Löfgren Söderberg Nyberg Blomqvist Claesson Nordström Mårtensson Åberg Öberg Åström Ek "
    "Hedlund Sundqvist Ahmed Hussein Haddad Rahimi Kovac Novak Wisniewska Korhonen Virtanen Mäkinen Tesfaye "
    "Abdi Nguyen Petrov Yilmaz Hallgren Norell Strandh Tjäder Ulfsdotter Västerlund Zetterqvist"
)
PLACES: Final = _words(
    "Andersberg Arbrå Alfta Bergsjö Bollnäs Brynäs Delsbo Edsbyn Färila Gnarp Hamrånge Hedesunda Hofors Hudiksvall "
    "Iggesund Järvsö Kilafors Ljusdal Ljusne Ockelbo Sandviken Storvik Strömsbro Söderhamn Valbo Forsa Hassela "
    "Årsunda Torsåker Norrala"
)
PLACE_STARTS: Final = _words(
    "Björk Lind Ek Alm Ask Gran Tall Sten Berg Sjö Å Näs Sund Vik Holm Ström Fors Mo Lund Skog Äng Rå Häll Kvarn "
    "Kyrk Norr Söder Öster Väster Ny"
)
PLACE_ENDS: Final = _words(
    "by hult torp boda sta vik näs ryd berga dal hem holma lunda mark åsa köping"
)
HOSPITALS: Final = ("Gävle sjukhus", "Hudiksvalls sjukhus", "Bollnäs sjukhus")
PRIVATE_PROVIDERS: Final = (
    "Vårdlyktan i Norr AB",
    "Läkargruppen Furan AB",
    "Norrskenets Hälsocentral AB",
    "Familjeläkarna Lärkan AB",
)
SPECIALIST_UNITS: Final = (
    "mottagning",
    "avdelning A",
    "avdelning B",
    "dagvård",
    "jourverksamhet",
    "sköterskemottagning",
    "mobilt team",
    "digital mottagning",
    "uppföljningsmottagning",
)
PRIMARY_UNITS: Final = (
    "hälsocentral",
    "barnavårdscentral",
    "barnmorskemottagning",
    "distriktssköterskemottagning",
    "rehabmottagning",
    "psykosocialt team",
    "astma- och kolmottagning",
    "diabetesmottagning",
    "hemsjukvård",
    "vaccinationsmottagning",
)
OFFICE_UNITS: Final = ("stab", "utveckling", "kommunikation", "planering")
