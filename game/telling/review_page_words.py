"""The words of the page of a review that are not those of the review itself."""

from __future__ import annotations

from game.language.text import LocalisedText
from game.telling.trait_names import text

Phrase = LocalisedText

REVIEW = text("Review", "复盘")
TURN = text("Turn {n}", "第 {n} 回合")
SAID = text("You said", "您说")
BETTER = text("A better line", "更好的一句")
ONWARD = text("And then, best by what could be known", "接下来，按当时能知道的最好走法")
LESSON = text("Lesson: {title}", "课程卡：{title}")
LINES = text("All {n} lines on offer", "当时能说的 {n} 句")
LINE = text("Line", "话")
VALUE = text("Expected", "预期")
CEILING = text("At most", "最多")
LOSS = text("Lost", "损失")
ORIGIN = text(
    "Scenario {scenario}, customer {customer}, seed {seed}, rules {fingerprint}",
    "场景 {scenario}，客户 {customer}，种子 {seed}，规则 {fingerprint}",
)
