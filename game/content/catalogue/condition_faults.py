"""SC5: conditions (`when`)."""

from __future__ import annotations

from game.content.catalogue.entries import error, smell

_FORMS = "trust >= 35, mood …, stage …, said …, told …, agreed …, acknowledged …, kept …"

ENTRIES = (
    error(
        "SC501",
        f"'{{text}}' is not a condition; conditions look like: {_FORMS}{{hint}}",
        f"“{{text}}”不是条件；条件的写法：{_FORMS}{{hint}}",
        "There are eight forms of conditions, and 'not' in front of any of them.",
        "条件有八种写法，前面都可以加“not”。",
    ),
    error(
        "SC502",
        "there is no trait '{word}'{hint}",
        "没有“{word}”这个变量{hint}",
        "Only the customer's hidden variables can be compared.",
        "只有客户的隐藏变量可以比较。",
    ),
    error(
        "SC503",
        "'{sign}' is no comparison; use <, <=, > or >=",
        "“{sign}”不能用来比较，请用 <、<=、> 或 >=",
        "Hidden variables are never exactly equal to anything.",
        "隐藏变量几乎不会恰好等于某个数。",
    ),
    error(
        "SC504",
        "expected a whole number of percent here, found '{word}'",
        "这里应当是整数百分比，写的却是“{word}”",
        "Levels are whole percent without the sign.",
        "水平写整数百分比，不加百分号。",
    ),
    error(
        "SC505",
        "{number} is outside of what {trait} can be ({low} to {high})",
        "{number} 超出了 {trait} 的范围（{low} 到 {high}）",
        "The condition would always or never hold.",
        "这个条件会永远成立，或永远不成立。",
    ),
    error(
        "SC506",
        "there is no stage '{word}'{hint}",
        "没有“{word}”这个阶段{hint}",
        "The five stages are cognition, interest, desire, action and loyalty.",
        "五个阶段是 cognition、interest、desire、action、loyalty。",
    ),
    error(
        "SC507",
        "something must follow '{word}'",
        "“{word}”后面还要有内容",
        "The condition stops in the middle.",
        "条件写到一半就断了。",
    ),
    error(
        "SC508",
        "'{word}' is one word too many; each condition is an entry of its own",
        "“{word}”是多余的；每个条件各写一项",
        "Several conditions stand side by side: when: [told blamed, trust >= 35].",
        "几个条件并列写：when: [told blamed, trust >= 35]。",
    ),
    error(
        "SC509",
        "there is no resistance '{word}'{hint}",
        "没有“{word}”这种阻力{hint}",
        "The five resistances are price, trust, need, timing and change.",
        "五种阻力是 price、trust、need、timing、change。",
    ),
    error(
        "SC510",
        "'{word}' is only understood in a criterion of the rubric",
        "“{word}”只能用在评分标准里",
        "While the conversation runs, a condition speaks of now.",
        "对话进行中，条件说的是此刻。",
    ),
    error(
        "SC511",
        "expected a turn from 1 on, found '{word}'",
        "这里应当是从 1 开始的回合数，写的却是“{word}”",
        "'by 3' means up to the third line.",
        "“by 3”表示到第三句为止。",
    ),
    error(
        "SC512",
        "'before {word}' is unknown; it may be: before offer, before ask, before objection{hint}",
        "不认识“before {word}”；可以写：before offer、before ask、before objection{hint}",
        "These are the moments that the engine recognises by itself.",
        "引擎自己能认出的就是这几个时刻。",
    ),
    error(
        "SC513",
        "this can never hold together with '{other}'",
        "这一条和“{other}”不可能同时成立",
        "All conditions of one 'when' must hold at the same time.",
        "同一个“when”里的条件必须同时成立。",
    ),
    error(
        "SC514",
        "'{word}' is only known after the talk; only an epilogue can ask for it",
        "“{word}”要等谈完以后才知道，只有尾声里可以用",
        "Loyalty, regret and leaving are settled days and weeks later.",
        "忠不忠诚、后不后悔、走不走，都是几天、几周以后的事。",
    ),
    error(
        "SC515",
        "this can never hold: '{trait}' goes from {low} to {high}",
        "这个条件永远不成立：“{trait}”的范围是 {low} 到 {high}",
        "What hangs on such a condition is never seen by anybody.",
        "挂在这个条件上的内容，谁也看不到。",
    ),
    smell(
        "SC516",
        "this always holds: '{trait}' goes from {low} to {high}",
        "这个条件永远成立：“{trait}”的范围是 {low} 到 {high}",
        "A condition that leaves nothing out is a slip, or can be left out.",
        "什么都不排除的条件，要么写错了，要么可以不写。",
    ),
    smell(
        "SC517",
        "'{text}' asks about the customer, and this beat speaks with {person}; "
        "write '{text} of {person}', or '{text} of customer' where that is meant",
        "“{text}”问的是客户，而这个节拍在和“{person}”说话；"
        "请写“{text} of {person}”，确实要问客户就写“{text} of customer”",
        "Without 'of' a value or a mood is always the customer's, whoever is spoken to.",
        "不写“of”，数值和心情一律指客户，不管正在跟谁说话。",
    ),
)
