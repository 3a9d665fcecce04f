"""SC3: the languages of a scenario."""

from __future__ import annotations

from game.content.catalogue.entries import error, smell

ENTRIES = (
    error(
        "SC301",
        "the {language} text is missing ('{locale}:')",
        "缺少{language}文本（“{locale}:”）",
        "A scenario keeps every language it declares, for every word.",
        "剧本声明了哪些语言，每一句就都要有。",
    ),
    error(
        "SC302",
        "'{locale}' is no language that Rapport speaks; it speaks en and zh",
        "知心不会“{locale}”这种语言；它会 en 和 zh",
        "A text in another language would never be shown.",
        "别的语言的文本永远不会显示。",
    ),
    error(
        "SC303",
        "there are no words here: {languages} missing",
        "这里没有文字：缺少 {languages}",
        "Somebody is about to read or say this.",
        "这里要有人读或者说出来。",
    ),
    smell(
        "SC304",
        "'languages' does not declare {language}, so this text is never shown",
        "“languages”里没有声明{language}，这段文字不会显示",
        "Either the language was forgotten above or the text is left over.",
        "不是上面忘了声明，就是这段文字是多余的。",
    ),
    smell(
        "SC305",
        "{placeholder} stands in the {there} text only, not in the {missing} one",
        "{placeholder} 只出现在{there}文本里，{missing}文本里没有",
        "Each language may say it in its own way, but a forgotten one is easily overlooked.",
        "每种语言可以有自己的说法，但漏写了很难发现。",
    ),
    smell(
        "SC306",
        "this hardly looks like {language}; are 'en' and 'zh' exchanged?",
        "这看上去不像{language}，是不是把 en 和 zh 写反了？",
        "Exchanged texts are easily overlooked by an author who reads both.",
        "两种语言都懂的作者最容易看漏写反的文本。",
    ),
)
