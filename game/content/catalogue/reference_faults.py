"""SC4: names, and what they refer to."""

from __future__ import annotations

from game.content.catalogue.entries import Entry, error, smell

_NOWHERE = "The name leads nowhere."
_NOWHERE_ZH = "这个名字没有对应的内容。"


def _unknown(
    code: str, kind: str, chinese: str, why: str = _NOWHERE, why_chinese: str = _NOWHERE_ZH
) -> Entry:
    return error(
        code,
        f"there is no {kind} '{{name}}'{{hint}}",
        f"没有叫“{{name}}”的{chinese}{{hint}}",
        why,
        why_chinese,
    )


def _unused(code: str, english: str, chinese: str) -> Entry:
    return smell(
        code,
        english,
        chinese,
        "Either a line was forgotten or this is left over.",
        "不是漏写了台词，就是这里是多余的。",
    )


ENTRIES = (
    _unknown("SC401", "beat or ending", "节拍或结局", "'then' must lead somewhere.", "“then”必须通向某处。"),
    _unknown("SC402", "line", "台词"),
    _unknown("SC403", "secret", "心事"),
    _unknown("SC404", "fact", "事实"),
    _unknown("SC405", "promise", "承诺"),
    error(
        "SC406",
        "the scenario has no objection '{name}'{hint}",
        "剧本里没有“{name}”异议{hint}",
        "Only an objection that is listed under 'objections' is ever voiced.",
        "只有写在“objections”里的异议才会被提出。",
    ),
    _unknown("SC407", "person", "人物"),
    _unknown("SC408", "scene", "场景"),
    _unknown(
        "SC409",
        "tactic",
        "战术",
        "Tactics are a closed list; 'rapport guide' shows it.",
        "战术是固定的清单，用“rapport guide”查看。",
    ),
    _unknown(
        "SC410",
        "mood",
        "心情",
        "Moods are named regions of the mind in the psychology file.",
        "心情是心理参数文件里命名的区域。",
    ),
    error(
        "SC411",
        "no line asks for '{name}'{hint}",
        "没有台词提出“{name}”这个请求{hint}",
        "Only what a line 'asks' can be agreed to.",
        "只有台词用“asks”提出的，才能答应。",
    ),
    error(
        "SC412",
        "'{name}' is already the id of a {kind} (line {line})",
        "“{name}”已经是一个{kind}的标识（第 {line} 行）",
        "Lines, beats and endings are told apart by their ids alone.",
        "台词、节拍和结局只靠标识区分。",
    ),
    _unused("SC413", "no line keeps the promise '{name}'", "没有台词兑现承诺“{name}”"),
    _unused("SC414", "no line makes the promise '{name}'", "没有台词作出承诺“{name}”"),
    _unused("SC415", "no line claims the fact '{name}'", "没有台词用到事实“{name}”"),
    _unused("SC416", "no line asks about the secret '{name}'", "没有台词问到心事“{name}”"),
    error(
        "SC417",
        "no beat answers the objection '{name}'; add one with 'objection: {name}'",
        "没有节拍处理异议“{name}”，请加一个带“objection: {name}”的节拍",
        "When the customer voices it there would be nothing to say.",
        "客户提出来时会无话可说。",
    ),
    error(
        "SC418",
        "nothing leads to the ending '{name}'",
        "没有任何途径通向结局“{name}”",
        "An ending is reached by a 'then', by its 'on', or as the last of the file.",
        "结局要由“then”、自己的“on”到达，或者是文件里的最后一个。",
    ),
    _unused("SC419", "no line makes the request '{name}'", "没有台词提出请求“{name}”"),
    _unknown("SC420", "trait", "变量"),
    error(
        "SC421",
        "the root '{name}' is neither a secret nor a resistance{hint}",
        "根源“{name}”既不是心事，也不是阻力{hint}",
        "An objection stands on something the customer keeps back, or on another resistance.",
        "异议背后是客户没说的心事，或另一种阻力。",
    ),
    _unknown("SC422", "field-guide item", "知识点"),
    _unused("SC423", "no beat plays in the scene '{name}'", "没有节拍用到场景“{name}”"),
    _unused("SC424", "no beat speaks with '{name}'", "没有节拍与“{name}”交谈"),
    error(
        "SC425",
        "'{name}' means something of its own here; choose another id",
        "“{name}”在这里另有所指，请换一个标识",
        "Conditions and roots could not tell the two apart.",
        "条件和根源会分不清两者。",
    ),
    error(
        "SC426",
        "the objection '{name}' already has a beat in line {line}",
        "异议“{name}”在第 {line} 行已经有节拍了",
        "When it is voiced, one beat must be the one to go to.",
        "异议提出时，只能进入一个节拍。",
    ),
    error(
        "SC428",
        "the objection '{name}' is {person}'s, and this beat speaks with {other}",
        "异议“{name}”是{person}提的，这个节拍却在和{other}说话",
        "An objection is worked through with whoever has it; leave 'with' out or name the same person.",
        "异议要跟提出它的人一步步谈；删掉“with”，或写同一个人。",
    ),
    error(
        "SC427",
        "there is no scenario '{name}'{hint}",
        "没有叫“{name}”的剧本{hint}",
        "'rapport play' lists the scenarios there are.",
        "用“rapport play”可以列出已有的剧本。",
    ),
    error(
        "SC429",
        "nothing leads to the beat '{name}'",
        "没有任何路径通向节拍“{name}”",
        "A beat is met by a 'then', or where the one above it does not lead elsewhere.",
        "到一个节拍，要么靠“then”，要么是上一个节拍没有转去别处。",
    ),
    smell(
        "SC430",
        "the request '{name}' is not described under 'asks'{hint}",
        "“asks”里没有写过请求“{name}”{hint}",
        "A slip makes a new request of usual size, and what waits for the other one never comes.",
        "写错一个字，就成了另一个普通大小的请求，等着原来那个请求的内容永远不会出现。",
    ),
    error(
        "SC431",
        "'{name}' is only entered when the objection '{objection}' is voiced; from here 'then' leads past it",
        "“{name}”只有在“{objection}”异议提出时才会进入，从这里用“then”到不了",
        "An objection comes from the customer. Leave 'then' out, or write an ordinary beat and lead there.",
        "异议由客户自己提出。请删掉“then”，或者另写一个普通节拍，再转到那里。",
    ),
    smell(
        "SC432",
        "'{person}' may voice this in '{beat}', where others are spoken to, before one has met '{person}'",
        "“{beat}”是对别人说的，“{person}”在一旁就可能提出这条异议，而这时还没人跟“{person}”说过话",
        "Whoever is in the cast overhears offers and objects; let them meet first, or leave the cast.",
        "在场的人会听见方案并提出异议；先让他们见上面，或者先别把他放在场。",
    ),
)
