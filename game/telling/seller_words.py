"""The sellers of a simulation in words that a trainer knows: a name, and how they play."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.language.text import LocalisedText
from game.language.words import Words
from game.telling.trait_names import text


@dataclass(frozen=True, slots=True)
class SellerWords:
    """Who plays, for people."""

    name: LocalisedText
    way: LocalisedText


def _words(en: str, zh: str, way_en: str, way_zh: str) -> SellerWords:
    return SellerWords(text(en, zh), text(way_en, way_zh))


SELLERS: Mapping[str, SellerWords] = MappingProxyType(
    {
        "random": _words(
            "Anybody",
            "随便谁",
            "Says any line on offer, each as likely.",
            "在可选的话里随便说一句，机会均等。",
        ),
        "novice": _words(
            "The novice",
            "新手",
            "Talks of the product where a question was due; half of the lines come as they come.",
            "该提问的时候讲产品，另外一半的话想到哪句说哪句。",
        ),
        "pusher": _words(
            "The pusher",
            "强推型",
            "Presses for the deal with benefits and urgency.",
            "拿好处和紧迫感催着成交。",
        ),
        "pleaser": _words(
            "The pleaser",
            "讨好型",
            "Keeps everything pleasant: warm words and compliments first.",
            "处处求和气，先暖场、先夸人。",
        ),
        "listener": _words(
            "The listener",
            "倾听型",
            "Asks, hears her out and takes her side; never presses.",
            "多问、听完、站在客户一边，从不催促。",
        ),
        "order-taker": _words(
            "The order-taker",
            "接单型",
            "Answers what is asked, asks nothing, and never asks for a decision.",
            "有问必答，自己不提问，也从不请客户做决定。",
        ),
        "class": _words(
            "A class",
            "一个班",
            "Nine people as they may sit in a room: three leanings, each with little, some and good insight.",
            "像教室里坐着的九个人：三种偏好，眼力各有浅、中、深。",
        ),
        "greedy": _words(
            "One step ahead",
            "看一步",
            "Reads her mind and takes the line that scores most at once; nobody can do that.",
            "能看透她的心思，只挑当下得分最高的一句；真人做不到。",
        ),
        "best": _words(
            "The best known",
            "已知最好",
            "Knows her mind and has searched for the best play: what can be had in this scenario.",
            "看透了她的心思，还把最好的打法先找了一遍：这个剧本大概能拿到多少分。",
        ),
        "scripted": _words(
            "From a script",
            "照稿念",
            "Says the lines of a list in their order, whoever listens.",
            "不管对面是谁，都按一张清单往下说。",
        ),
    }
)
"""By the names that `rapport simulate --seller` takes."""


def seller_name(words: Words, seller: str, slips: int) -> str:
    """What a seller is called, with the share of lines said at random (per mille) where there is one."""
    name = SELLERS[seller].name.said(words.locale)
    return words("{name}, {noise} % at random", name=name, noise=f"{slips / 10:g}") if slips else name
