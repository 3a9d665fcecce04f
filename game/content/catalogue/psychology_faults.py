"""SC7: the psychology file."""

from __future__ import annotations

from game.content.catalogue.entries import error

ENTRIES = (
    error(
        "SC701",
        "unknown field '{field}'{hint}",
        "没有“{field}”这个字段{hint}",
        "A misspelt field would silently do nothing.",
        "写错的字段会悄悄失效。",
    ),
    error(
        "SC702",
        "'{field}' is missing",
        "缺少“{field}”",
        "Every coefficient carries its value, its mark and its source.",
        "每个系数都要有数值、标记和出处。",
    ),
    error(
        "SC703",
        "expected {expected}, found {found}",
        "这里应当是{expected}，写的却是{found}",
        "Each field has one form.",
        "每个字段只有一种写法。",
    ),
    error(
        "SC704",
        "expected a whole number, found '{text}'",
        "这里应当是整数，写的却是“{text}”",
        "The engine knows whole numbers only.",
        "引擎只认整数。",
    ),
    error(
        "SC705",
        "{number} is not between {low} and {high}",
        "{number} 不在 {low} 到 {high} 之间",
        "A coefficient stays within the range that its source allows.",
        "系数要在出处允许的范围之内。",
    ),
    error(
        "SC706",
        "'{word}' is none of: {words}{hint}",
        "“{word}”不在可选的词里：{words}{hint}",
        "These words come from a closed list.",
        "这里只能从固定的词里选。",
    ),
    error(
        "SC707",
        "missing {kind}: {name}",
        "缺少{kind}：{name}",
        "The code holds no coefficients of its own.",
        "代码里没有写死任何系数。",
    ),
    error(
        "SC708",
        "the engine knows no {kind} '{name}'{hint}",
        "引擎不认识{kind}“{name}”{hint}",
        "A coefficient that nothing reads would pretend to matter.",
        "没有人读的系数只是摆设。",
    ),
    error(
        "SC709",
        "the points of a curve must rise; {this} does not come after {before}",
        "曲线的点要从小到大，{this} 不在 {before} 之后",
        "A curve is a table from left to right.",
        "曲线是一张从左到右的表。",
    ),
    error(
        "SC710",
        "a point of a curve looks like '2 871'; '{text}' does not fit",
        "曲线的点写成“2 871”；“{text}”不符合",
        "Two whole numbers: where, and how much.",
        "两个整数：位置和数值。",
    ),
    error(
        "SC711",
        "{count} signs stand here; at most {most} can be told apart",
        "这里有 {count} 个迹象，最多 {most} 个",
        "Cues are coarse, so that reading them can be scored fairly.",
        "迹象要粗略，读懂它们才能公平计分。",
    ),
    error(
        "SC712",
        "a mood is a region of the mind: comparisons only, such as 'anger >= 35'",
        "心情是心理状态的一个区域，只能写比较，例如“anger >= 35”",
        "A mood must follow from the mind alone.",
        "心情只能由心理状态决定。",
    ),
    error(
        "SC713",
        "only the last mood has no condition, and it must have none",
        "只有最后一种心情没有条件，而且必须没有条件",
        "Otherwise some minds would have no face.",
        "否则有的心理状态会没有表情。",
    ),
    error(
        "SC714",
        "the words are missing ('{locale}:')",
        "缺少文字（“{locale}:”）",
        "The review names it in both languages.",
        "回顾里要用两种语言说出它。",
    ),
    error(
        "SC715",
        "{count} numbers stand here instead of {wanted}",
        "这里有 {count} 个数，应当是 {wanted} 个",
        "The place of each number has a meaning.",
        "每个位置的数字都有含义。",
    ),
    error(
        "SC716",
        "this is not a psychology file: it begins with 'rapport-psychology: 1'",
        "这不是心理参数文件：它应当有“rapport-psychology: 1”",
        "Another version would be misread.",
        "别的版本会被误读。",
    ),
    error(
        "SC717",
        "the three steps of a sign must rise",
        "迹象的三个档位要从小到大",
        "Light, clear, strong.",
        "轻微、明显、强烈。",
    ),
    error(
        "SC718",
        "'{word}' stands here a second time",
        "“{word}”在这里重复了",
        "The second one would change nothing.",
        "第二个不会起作用。",
    ),
)
