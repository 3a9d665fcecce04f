"""What can be heard from a single text: signs, the style of translations, words of the course."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.language.locale import Locale

_HAN = "\u4e00-\u9fff"
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》")
_HALF_WIDTH = re.compile(
    rf"""(?<=[{_HAN}”’）》])[,;:?!](?![\d/])|[,;:?!](?=[{_HAN}“])|(?<=[{_HAN}])\.(?=$|[{_HAN}\s”])"""
    rf"""|(?<=[{_HAN}])[()"]|[()"](?=[{_HAN}])|\.\.\.+"""
)
_WIDE = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    ".": "。",
    "(": "（",
    ")": "）",
    '"': "“”",
}
_TRANSLATED = re.compile(
    "|".join(
        (
            r"作为一[个名位]",
            r"(?<!棉)被(?!子)[^，。！？；：]*被(?!子)",
            r"(?:[^，。！？；：、…—“”\s的]{1,8}的){4}",
            r"(?:进行了?|[做作]出了?)(?:一[个次番])?(?:讨论|沟通|了解|分析|说明|选择|决定|改变|比较|考虑)",
            r"当[^，。]{2,20}(?:的时候|时)，",
            r"最[^，。]{1,8}之一",
            r"让我们(?!家|店|公司|厂)",
            r"关于这一点|在这一点上",
            r"我?很(?:抱歉|遗憾)听到|很高兴(?:能够)?为您",
        )
    )
)
_COURSE = {
    Locale.ZH: re.compile(
        "锚定|锚点|互惠|稀缺性|损失厌恶|社会认同|社会证明|从众心理|从众效应|三明治法|痛点|共情|同理心|情绪价值"
        "|情感价值|异议处理|处理异议|抗拒点|促成|转化率|客户画像|马斯洛|沉没成本|框架效应|微表情|首因效应|近因效应"
        "|峰终定律|破冰|购买信号|决策链|价值主张|逆反心理|认知失调|登门槛|积极倾听|客户生命周期|净推荐值|需求层次"
        "|隐性需求|自我袒露|信任阶梯|选择框架|封闭式提问|开放式提问"
    ),
    Locale.EN: re.compile(
        r"\b(?:reciprocity|loss aversion|social proof|scarcity|sandwich (?:technique|method)|pain points?|"
        r"objection handling|handl(?:e|ing) objections?|clos(?:e|ing) techniques?|buying signals?|"
        r"value propositions?|maslow|priming effect|framing effect|sunk cost fallacy|micro-?expressions?|"
        r"emotional value|upsell\w*|cross-sell\w*|touch ?points?|empathic listening|active listening|"
        r"customer life ?cycle|net promoter|buyer personas?|reactance|self-disclosure|cognitive dissonance|"
        r"foot in the door|peak-end|price anchor\w*|build(?:ing)? rapport|open-ended questions?)\b",
        re.IGNORECASE,
    ),
}


def without_quotes(text: str) -> str:
    """A text without what it quotes."""
    return _QUOTED.sub("", text)


def half_width(text: str) -> Iterator[tuple[int, str, str]]:
    """Signs of Latin print among Chinese characters: where, the sign, and the one to write."""
    for found in _HALF_WIDTH.finditer(text):
        sign = found[0]
        yield found.start(), sign, "……" if sign.startswith("...") else _WIDE[sign]


def translated_style(text: str) -> Iterator[tuple[int, str]]:
    """Turns of phrase that nobody says in Chinese unless they translate, and where they begin."""
    for found in _TRANSLATED.finditer(text):
        yield found.start(), found[0].rstrip("，")


def course_words(text: str, locale: Locale) -> Iterator[tuple[int, str]]:
    """Terms of the course, which a customer does not use, and where they begin."""
    for found in _COURSE[locale].finditer(text):
        yield found.start(), found[0]
