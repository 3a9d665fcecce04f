"""SC8: what the words themselves say."""

from __future__ import annotations

from game.content.catalogue.entries import error, smell

ENTRIES = (
    error(
        "SC801",
        "nothing can be filled in for {placeholder}{hint}",
        "{placeholder} 没有可以填入的内容{hint}",
        "Braces stand for something the program fills in; so far that is only {address}.",
        "花括号表示由程序填入的内容，目前只有 {address}。",
    ),
    error(
        "SC802",
        "{{address}} needs the forms of address of '{person}'; write them under 'address'",
        "{{address}} 需要“{person}”的称呼，请写在“address”下面",
        "What she calls the player depends on her trust.",
        "她怎么称呼玩家，取决于信任。",
    ),
    smell(
        "SC803",
        "{{address}} is filled in only where the customer speaks",
        "只有客户说话时才会填入 {{address}}",
        "Elsewhere the braces would be shown as they are.",
        "在别处花括号会原样显示。",
    ),
    error(
        "SC811",
        "the phrase bank has no phrase for mood '{mood}' and type {type}",
        "短句库里没有心情“{mood}”、类型 {type} 的短句",
        "Where a scenario has no reply of its own, the customer would fall silent.",
        "剧本没有写回应的地方，客户会哑口无言。",
    ),
    error(
        "SC812",
        "the phrase bank has no words for the {kind} '{name}'",
        "短句库里没有{kind}“{name}”的说法",
        "Every sign that can be seen has its text twin.",
        "每个看得见的迹象都要有文字说法。",
    ),
    error(
        "SC813",
        "the phrase id '{name}' is used twice; the first is in line {line}",
        "短句标识“{name}”用了两次，第一次在第 {line} 行",
        "Transcripts name a phrase by its id.",
        "记录用标识来指短句。",
    ),
    error(
        "SC821",
        "this is not the file that was expected: it begins with '{head}: 1'",
        "这不是要找的文件：它应当有“{head}: 1”",
        "The field guide stands in one file, its lessons in another.",
        "知识手册是一个文件，小课是另一个文件。",
    ),
    error(
        "SC822",
        "there is no myth card '{name}'{hint}",
        "没有“{name}”这张误区卡{hint}",
        "A figure that is no science is shown with its card or not at all.",
        "不算科学的数字，要么带着卡片出现，要么不出现。",
    ),
    error(
        "SC823",
        "without a lesson: {name}",
        "缺少小课：{name}",
        "Every core item of the field guide has a lesson.",
        "每个核心知识点都有一堂小课。",
    ),
    smell(
        "SC824",
        "the lesson has {count} {unit}; {low} to {high} fit a card",
        "小课有 {count} {unit}；{low} 到 {high} 才放得进一张卡片",
        "A lesson is read between two tries.",
        "小课是在两次尝试之间读的。",
    ),
    error(
        "SC825",
        "a percentage stands outside of a claim",
        "百分比写在了说法之外",
        "It would be shown as if it were a fact.",
        "它会被当成事实显示。",
    ),
    error(
        "SC826",
        "without a place in the model map: {name}",
        "模型地图里没有位置：{name}",
        "Every core or important item of groups A to G has a place, or a reason for having none.",
        "A 到 G 组的核心与重要知识点，要么有位置，要么说明为什么没有。",
    ),
    error(
        "SC827",
        "nothing in the customer model is called '{name}'{hint}",
        "客户模型里没有“{name}”{hint}",
        "A place is named by traits, attributes, tactics, coefficients, curves, moods, signs or grades.",
        "位置用变量、特性、战术、系数、曲线、心情、迹象或评分项来指。",
    ),
    error(
        "SC828",
        "'{name}' is practised by the psychology file, so it lives in the model",
        "心理文件里有条目练习“{name}”，它就应当写在模型里",
        "Two files would tell two stories of the same item.",
        "不然两个文件对同一个知识点各说各话。",
    ),
    error(
        "SC829",
        "'{name}' lives in the model, and nothing there is named",
        "“{name}”写着在模型里，却没有指出是哪一处",
        "A place that nobody can look up is no place.",
        "查不到的位置不算位置。",
    ),
)
