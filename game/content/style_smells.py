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
            r"我?很(?:抱歉|遗憾|高兴)(?:听到|知道)|很高兴(?:能够)?为您",
            r"进行(?:一[个次番下])?(?:交流|确认|调整|评估|检查|培训|测试|总结|回顾|介绍|解释|合作|投资|升级)",
            r"如此[^，。]{1,12}，?以[至致]于?",
            r"(?:就|对于?)[^，。]{1,10}(?:而言|来讲)",
            r"基于(?!此)",
            r"(?:与此|在此)同时|在某种(?:程度|意义)上",
            r"不仅仅(?:是|只是)?[^，。]{1,15}，?(?:而且|更是|也是)",
            r"从而(?!降|来)",
            r"通过[^，。]{2,15}来(?!的)",
            r"(?:我们?|您|它们?|他们|她们)将会|我们?将(?:为|向|给)[您你]",
            r"(?:对此|对于[^，。]{1,10})(?:我们?)?(?:深?感到?)",
            r"在[^，。]{1,15}(?:的过程中|的情况下|的基础上|的前提下)",
            r"给予[您你我]|予以",
            r"拥有着?(?:一[个支套种家]|非常|丰富|良好)",
            r"以(?:一种)?[^，。]{1,10}的方式",
            r"这(?:真)?是一个(?:非常|很|十分|极其?|多么)[^，。]{1,8}的",
            r"感谢您的(?:耐心|反馈|理解与|宝贵)",
            r"(?:完全|非常|十分)?(?:能够?)?理解您的(?:感受|担忧|沮丧|处境)",
            r"让我(?:来)?(?:为您|向您)|请(?:允许|让)我",
            r"没有(?:什么|任何)[^，。]{0,6}比[^，。]{1,12}更",
            r"起着[^，。]{1,10}作用|扮演[着了]?[^，。]{1,10}角色",
            r"(?<!棉)被(?:认为|告知|建议|视为|使用|设计|提供|考虑|期待)",
            r"期待(?:着|与您|您的|收到)",
            r"毫无疑问|不可否认|哦，?我的(?:天哪|上帝|老天)",
            r"(?:有|度过)一个(?:美好|愉快|很|非常)[^，。]{0,4}的|多么[^，。！]{1,6}的一[天个家次]",
            r"介意(?:我|如果)|(?:听|看)起来(?:就?像)?是一个|我必须(?:说|承认)",
            r"变得更加?(?:好|容易|简单|高效|糟)",
        )
    )
)
_COURSE = {
    Locale.ZH: re.compile(
        "锚定|锚点|互惠|稀缺性|损失厌恶|社会认同|社会证明|从众心理|从众效应|三明治法|痛点|共情|同理心|情绪价值"
        "|情感价值|异议处理|处理异议|抗拒点|促成|转化率|客户画像|马斯洛|沉没成本|框架效应|微表情|首因效应|近因效应"
        "|峰终定律|破冰|购买信号|决策链|价值主张|逆反心理|认知失调|登门槛|积极倾听|客户生命周期|净推荐值|需求层次"
        "|隐性需求|自我袒露|信任阶梯|选择框架|封闭式提问|开放式提问|心理账户|禀赋效应|羊群效应|权威效应|光环效应"
        "|晕轮效应|对比效应|损失框架|默认选项|助推|假设成交|成交信号|成交率|逼单|关单|转介绍|复购率|客户旅程|用户旅程"
        "|接触点|触点|客户粘性|用户画像|购买动机|购买意愿|感知价值|感知风险|终身价值|需求挖掘|挖掘需求|痒点|爽点"
        "|真实异议|虚假异议|价格异议|积极反馈|肢体语言|价值锚|饥饿营销|客户心理|行为风格"
    ),
    Locale.EN: re.compile(
        r"\b(?:reciprocity|loss aversion|social proof|scarcity|sandwich (?:technique|method)|pain points?|"
        r"objection handling|handl(?:e|ing) objections?|clos(?:e|ing) techniques?|buying signals?|"
        r"value propositions?|maslow|priming effect|framing effect|sunk cost fallacy|micro-?expressions?|"
        r"emotional value|upsell\w*|cross-sell\w*|touch ?points?|empathic listening|active listening|"
        r"customer life ?cycle|net promoter|buyer personas?|reactance|self-disclosure|cognitive dissonance|"
        r"foot in the door|peak-end|(?:price )?anchoring|price anchor\w*|build(?:ing)? rapport|"
        r"(?:open|closed)-ended questions?|mental accounting|endowment effect|halo effect|"
        r"herd(?:ing)? effect|authority bias|default option|nudge theory|"
        r"(?:assumptive|trial|hard|soft) close|spin selling|"
        r"(?:customer|buyer)(?:'s|’s)? journey|(?:customer )?lifetime value|customer persona|"
        r"perceived (?:value|risk)|loyalty ladder|churn (?:rate|risk)|needs analysis|sales funnel|"
        r"(?:real|hidden|price) objections?|"
        r"buying motives?|qualifying questions?|customer psychology|behaviou?ral style)\b",
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
