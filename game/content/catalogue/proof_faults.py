"""SC6: proofs. What the golden paths of a scenario expect and what happens."""

from __future__ import annotations

from game.content.catalogue.entries import error

ENTRIES = (
    error(
        "SC601",
        "'{line}' is not on offer here; what can be said is {offers}",
        "这里说不了“{line}”；能说的是 {offers}",
        "A golden path says lines as a player would: only what is on offer.",
        "示范路线和玩家一样，只能说当时列出的话。",
    ),
    error(
        "SC602",
        "the talk is over before '{line}' is said; it ended with '{ending}'",
        "还没说到“{line}”，谈话就结束了；结局是“{ending}”",
        "The lines after an ending are never said.",
        "结局之后的台词都不会说到。",
    ),
    error(
        "SC603",
        "the talk goes on after the last line; what can be said is {offers}",
        "说完最后一句，谈话还没结束；能说的是 {offers}",
        "An ending or a score can only be expected of a talk that has ended.",
        "谈话结束了才有结局和分数可核对。",
    ),
    error(
        "SC604",
        "expected {expected}, found {found}",
        "期望是 {expected}，实际是 {found}",
        "The path was played and came out otherwise.",
        "照着路线走了一遍，结果不一样。",
    ),
    error(
        "SC605",
        "'{condition}' does not hold here{found}",
        "“{condition}”在这里不成立{found}",
        "The path was played and the condition was looked at after that line.",
        "照着路线走到这句之后，核对了这个条件。",
    ),
    error(
        "SC606",
        "the path never says '{line}'{hint}",
        "这条路线没有说过“{line}”{hint}",
        "'after' names one of the lines that the path says.",
        "“after”要写这条路线说过的台词。",
    ),
)
