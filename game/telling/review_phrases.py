"""The sentences of a review."""

from __future__ import annotations

from game.telling.trait_names import text

FIGURES = {
    "score": text("Score", "得分"),
    "accuracy": text("Accuracy", "准确度"),
    "random": text("Better than talks at random", "胜过随意聊的"),
    "class": text("Better than a simulated class", "胜过模拟班级的"),
    "best": text("Most attainable with this customer", "面对这位客户最多能到"),
}
COST = text("{n} short of the best line", "比最好的那句少 {n} 分")
IDENTITY = text(
    "Expected at the start {start}; your lines {skill}; what came to light {news}; score {score}.",
    "开场预期 {start}；您说的话 {skill}；后来才看清的事 {news}；得分 {score}。",
)
IDENTITY_OPEN = text(
    "Expected before turn {first} {start}; your lines from there on {skill}; what came to light {news}.",
    "第 {first} 回合之前预期 {start}；之后您说的话 {skill}；后来才看清的事 {news}。",
)
GONE = text(
    "After turn {turn} the pass mark of {points} was out of reach.",
    "第 {turn} 回合之后，达标的 {points} 分就够不着了。",
)
GONE_SAMPLED = text(
    "After turn {turn} no way was found any more that reaches the pass mark of {points}.",
    "第 {turn} 回合之后，再没找到能达到 {points} 分的走法。",
)
NEVER = text(
    "With this customer the pass mark of {points} could not be reached at all.",
    "面对这位客户，无论怎么说都到不了达标的 {points} 分。",
)
NEVER_SAMPLED = text(
    "With this customer no way was found that reaches the pass mark of {points}.",
    "面对这位客户，没有找到能达到 {points} 分的走法。",
)
TURNING = text("Turns that cost most: {turns}.", "损失最大的回合：{turns}。")
NO_FAULT = text("No line was a fault.", "没有一句算得上失误。")
EXACT = text(
    "Every value is exact: all ways on were played to their ends.",
    "所有数值都是精确的：每一种走法都演算到了结尾。",
)
SAMPLED = text(
    "Early values are sampled (up to ±{margin} points): there are too many ways on to play them all. "
    "A line is called a fault only where the sample proves it.",
    "前面的数值是抽样得到的（误差最多 ±{margin} 分）：走法太多，无法全部演算。"
    "只有抽样足以证明时，才判为失误。",
)
SAMPLED_TURN = text("sampled ±{margin}", "抽样 ±{margin}")
AGAINST = text("On the other side: {words}", "另一头：{words}")
OTHERS = text(
    "Compared with {random} talks at random and {trained} of a simulated class, all with this customer.",
    "对照：与这位客户随意聊的 {random} 场，模拟班级的 {trained} 场。",
)
PARTIAL = text(
    "This review is not finished: turns {first} to {last} have been looked at.",
    "复盘没有做完：只看了第 {first} 到第 {last} 回合。",
)
NOTHING = text(
    "This review is not finished: no turn has been looked at.", "复盘没有做完：一个回合也没来得及看。"
)
BROKEN_OFF = text(
    "The conversation was not played to its end; the score is what it was worth there.",
    "这场对话没有谈完；得分按停下来的那一刻计算。",
)
LUCK = text("The line {skill}, what it brought to light {news}", "这句话 {skill}，后来看清的事 {news}")
THOUGHT = text("{She} thought", "{she}心里")
