"""Names that may stand on the wall (T15), and those that two people cannot both have."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom import nicknames
from game.classroom.wall_texts import for_the_wall
from game.language.locale import Locale
from tests.classroom.conftest import Class

STEMS = ("fuck", "cunt", "bitch", "whore", "nigger", "hitler", "arschloch", "penis", "slut", "porn")
LOOKALIKE = str.maketrans("acehiopsuxyn", "асеһіорѕυхуո")
LEET = str.maketrans("aeiost", "431057")


def disguises(stem: str) -> list[str]:
    """Twenty ways to write a word that still reads as that word."""
    doubled = "".join(sign * 2 for sign in stem)
    return [
        stem,
        stem.upper(),
        stem.title(),
        " ".join(stem),
        ".".join(stem),
        "-".join(stem),
        "_".join(stem),
        "*".join(stem),
        doubled,
        stem[0] + stem[1] * 4 + stem[2:],
        stem + stem[-1] * 3,
        stem.translate(LEET),
        stem.translate(LOOKALIKE),
        "".join(chr(ord(sign) + 0xFEE0) for sign in stem),
        "".join(f"{sign}\u0301" if sign in "aeiou" else sign for sign in stem),
        f"{stem} 7",
        f"xx {stem} xx",
        stem[:2] + " " + stem[2:],
        "".join(sign.upper() if at % 2 else sign for at, sign in enumerate(stem)),
        f"🦊{stem}🦊",
    ]


RUDE = [name for stem in STEMS for name in disguises(stem)]

INNOCENT = [
    "Scunthorpe",
    "Penistone",
    "Clitheroe",
    "Lightwater",
    "Essex",
    "Sussex",
    "Middlesex",
    "Arsenal",
    "Cockburn",
    "Hancock",
    "Peacock",
    "Babcock",
    "Hitchcock",
    "Woodcock",
    "Cocktail",
    "Dickens",
    "Dickinson",
    "Dickson",
    "Riddick",
    "Cumberland",
    "Cummings",
    "Cumulus",
    "Document",
    "Cassandra",
    "Class",
    "Bassist",
    "Grass",
    "Glasses",
    "Assam",
    "Assisi",
    "Massimo",
    "Analyst",
    "Analog",
    "Canal",
    "Titan",
    "Titus",
    "Title",
    "Titania",
    "Competition",
    "Therapist",
    "Grapes",
    "Drapery",
    "Constantin",
    "Constance",
    "Pushkin",
    "Matsushita",
    "Takeshita",
    "Yamashita",
    "Shiitake",
    "Mishti",
    "Nishit",
    "Ashita",
    "Wankel",
    "Swanky",
    "Fuchs",
    "Fuchsia",
    "Fukushima",
    "Fukuyama",
    "Ficus",
    "Fichte",
    "Hoare",
    "Horst",
    "Horatio",
    "Hora",
    "Whorl",
    "Spica",
    "Spicy",
    "Nigel",
    "Nigeria",
    "Niger",
    "Denigrate",
    "Vandyke",
    "Homer",
    "Homology",
    "Nazim",
    "Ignazio",
    "Nazareth",
    "Isidor",
    "Isolde",
    "Isis'Garden",
    "Pissarro",
    "Krapf",
    "Krapp",
    "Retarder",
    "Semenov",
    "Sextant",
    "Sexton",
    "Sextus",
    "Phuc",
    "Phuong",
    "Dong",
    "Wang",
    "Wong",
    "Dung",
    "Long",
    "Bich",
    "Ngoc",
    "Kunt-Zafer",
    "Kuntz",
    "Kunta",
    "Shabir",
    "Shabina",
    "Sabir",
    "Bashir",
    "Bitterlich",
    "Bitchfield",
    "Schmidt",
    "Müller",
    "Größer",
    "Jürgen",
    "Björn",
    "Åsa",
    "Łukasz",
    "Zoë",
    "Chloé",
    "Seán",
    "Siân",
    "Søren",
    "Ñusta",
    "Čapek",
    "Dvořák",
    "Šárka",
    "Žofie",
    "Ćiro",
    "İpek",
    "Nguyễn",
    "Trần",
    "Phạm",
    "Đặng",
    "Anna-Lena",
    "Jean-Luc",
    "O'Neill",
    "D'Angelo",
    "McArthur",
    "MacDonald",
    "Smith",
    "Jones",
    "Brown",
    "Taylor",
    "Wilson",
    "李娜",
    "王伟",
    "张伟",
    "刘洋",
    "陈静",
    "杨帆",
    "赵敏",
    "黄磊",
    "周杰",
    "吴刚",
    "徐静",
    "孙悦",
    "马云",
    "朱军",
    "胡歌",
    "郭靖",
    "曹操",
    "操场上的风",
    "高兴",
    "快乐小狗",
    "晴天",
    "小鹿",
    "阿明",
    "妈妈的菜",
    "小妈蛋糕",
    "田中",
    "佐藤",
    "さくら",
    "はると",
    "ユイ",
    "김민준",
    "이서연",
    "Ольга",
    "Иван",
    "Наталья",
    "Дмитрий",
    "Елена",
    "Γιώργος",
    "Ελένη",
    "Δημήτρης",
    "Νίκος",
    "محمد",
    "فاطمة",
    "שרה",
    "דוד",
    "अनीता",
    "रवि",
    "🦊Fox",
    "🐼",
    "Panda7",
    "Fox42",
    "R2D2",
    "C3PO",
    "Team1",
    "Tisch4",
    "A1",
    "X9",
    "Zac",
    "Uwe",
    "Ai",
    "Li",
    "Xu",
    "Bo",
    "Yo",
    "Ed",
]

PAIRS = ["Zac Unterberg", "Trish Itani", "Ana Lopez", "Mac Untermann", "van Dyke Fan"]


def test_T15_disguised_rude_names_are_kept_off_the_wall() -> None:
    assert len(RUDE) == 200
    passed = [name for name in RUDE if nicknames.refused(nicknames.cleaned(name)) is None]
    assert passed == []


def test_T15_innocent_names_pass() -> None:
    assert len(INNOCENT) + len(PAIRS) >= 200
    refused = {name: nicknames.refused(nicknames.cleaned(name)) for name in (*INNOCENT, *PAIRS)}
    assert {name: why for name, why in refused.items() if why} == {}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "empty"),
        ("a", "empty"),
        ("...", "empty"),
        ("x" * 21, "long"),
        ("\ufdfa\ufdfa", "long"),
        ("\ufdfd" * 5, "long"),
        ("\U00012219" * 7, "long"),
        ("a" * 10_000, "long"),
        ("Z\u0300\u0316\u0341" * 2_500, "long"),
        ("a\u202eb", "characters"),
        ("a\u0000b", "characters"),
        ("a\nb", "characters"),
        ("a\u200bb", "characters"),
        ("\u3164\u3164", "characters"),
        ("<img src=x>", "characters"),
        ("Z" + "\u0335" * 9 + "algo", "marks"),
        ("Trainer", "reserved"),
        ("Тrаiner", "reserved"),
        ("T R A I N E R", "reserved"),
        ("老师", "reserved"),
        ("傻 逼", "rude"),
    ],
)
def test_T14_names_that_would_break_the_wall_are_refused_with_a_reason(name: str, reason: str) -> None:
    assert nicknames.refused(nicknames.cleaned(name)) == reason


def test_T14_a_name_of_ten_kilobytes_is_told_that_it_is_long(room: Class) -> None:
    for name in ("a" * 10_000, "Z\u0300" * 5_000):
        answer = room.http.post("/api/v1/join", json={"code": room.made["code"], "nickname": name})
        assert (answer.status_code, answer.json()["reason"]) == (422, "long")


HIDDEN = "\u202eEast\u2066 \u0000Wing\r\n\t\u200b\u0007 Z" + "\u0300" * 50


def test_T14_what_a_trainer_writes_is_cleaned_before_anybody_sees_it(room: Class) -> None:
    seen = "East Wing Z\u0300\u0300"
    made = room.http.post(
        "/api/v1/trainer/sessions", json={"title": HIDDEN, "teams": [HIDDEN]}, headers=room.head
    ).json()
    assert made["title"] == seen
    assert made["settings"]["teams"] == [seen]
    changed = room.http.post(room.base, json={"title": HIDDEN, "teams": [HIDDEN]}, headers=room.head).json()
    assert (changed["title"], changed["settings"]["teams"]) == (seen, [seen])
    room.done("notice", {"text": HIDDEN})
    room.done("roster", {"entries": [{"key": HIDDEN, "name": HIDDEN, "team": HIDDEN}]})
    one = room.done(
        "rounds",
        {"scenario": "seven-seconds", "goals": [HIDDEN, {"en": HIDDEN}], "note": HIDDEN, "open": True},
    )
    told = str([room.board(), room.get(), room.get("roster"), one])
    for sign in ("\u202e", "\u2066", "\\u202e", "\\x00", "\\x07", "\u200b", "\\u200b", "\\r", "\\n"):
        assert sign not in told, repr(sign)
    assert room.board()["notice"] == seen
    empty = room.http.post("/api/v1/trainer/sessions", json={"title": "\u200b\u202e \t"}, headers=room.head)
    assert empty.status_code == 422
    emoji = room.http.post(room.base, json={"title": "👩‍👩‍👧‍👦 2️⃣"}, headers=room.head).json()
    assert emoji["title"] == "👩‍👩‍👧‍👦 2️⃣"


@given(st.text(max_size=80))
def test_T14_cleaned_texts_are_clean_whatever_they_were(text: str) -> None:
    once = for_the_wall(text)
    assert for_the_wall(once) == once
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"} for sign in once)
    assert not any(unicodedata.category(sign) == "Cf" for sign in once if sign != "\u200d")
    assert once == once.strip()
    assert "  " not in once


@pytest.mark.parametrize("form", ["Seat {}", "Table {}", "Gruppe {}", "学员{}", "P{}", "Anna {}"])
def test_T15_numbers_are_numbers(form: str) -> None:
    assert [n for n in range(1, 2_000) if nicknames.refused(form.format(n))] == []


def test_T15_names_that_look_the_same_are_the_same() -> None:
    same = ["Anna", "anna", "ANNA", "Аnnа", "Ａｎｎａ", "An na", "Ännä", "a-n-n-a"]
    assert len({nicknames.key_of(name) for name in same}) == 1
    assert nicknames.key_of("Anna") != nicknames.key_of("Hanna")


def test_a_name_is_never_changed_silently() -> None:
    for name in ("Müller", "李娜", "O'Neill", "🦊 Fox"):
        assert nicknames.cleaned(name) == unicodedata.normalize("NFC", name)


def test_characters_are_counted_as_people_count_them() -> None:
    assert nicknames.clusters("👨‍👩‍👧‍👦🇩🇪é") == 3
    assert nicknames.clusters("e\u0301e\u0302") == 2
    assert nicknames.clusters("👍🏽") == 1


def test_made_up_names_pass_and_do_not_repeat() -> None:
    for locale in Locale:
        taken: set[str] = set()
        for _ in range(300):
            name = nicknames.made_up(locale, taken)
            assert nicknames.refused(name) is None, name
            assert nicknames.key_of(name) not in taken
            taken.add(nicknames.key_of(name))
