"""Reasons that lie in the moves themselves: their base, the six multipliers, reactance, the scale's ends."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.telling.phrase import Phrase, phrase

DOSE_PHRASES: Mapping[str, Phrase] = MappingProxyType(
    {
        "base": phrase(
            0, ("What you did", "这句话本身"), ("{tactics}: the move itself", "{tactics}：这一招本身")
        ),
        "base.good": phrase(
            1,
            ("It was a good thing to say", "这话本身是好话"),
            ("{tactics}: good with anybody", "{tactics}：对谁说都有用"),
        ),
        "base.bad": phrase(
            -1,
            ("It costs something to say that", "这话本身有代价"),
            ("{tactics}: costly with anybody", "{tactics}：对谁说都有代价"),
        ),
        "base.healing": phrase(
            1,
            ("That was a comfort", "这话让人心里一松"),
            ("{tactic}: a comfort to {her}", "{tactic}：给了{her}安慰"),
        ),
        "base.guiding": phrase(
            1,
            ("Now there is a way forward", "这下知道往哪走了"),
            ("{tactic}: it gave {her} a direction", "{tactic}：给{her}指了个方向"),
        ),
        "base.sharing": phrase(
            1,
            ("That was news worth having", "这消息听着值"),
            ("{tactic}: it brought {her} something from outside", "{tactic}：给{her}带来了外头的东西"),
        ),
        "base.companion": phrase(
            1,
            ("That was good company", "有人陪着说说话"),
            ("{tactic}: it was company for {her}", "{tactic}：陪{her}说了说话"),
        ),
        "base.self-realisation": phrase(
            1,
            ("That touches what matters", "这话说到心坎上了"),
            ("{tactic}: it touched what {she} would like to become", "{tactic}：说到了{she}想成为的样子"),
        ),
        "repetition": phrase(0, ("Said before", "说过的话"), ("How often it was done before", "用过几回了")),
        "repetition.bad": phrase(
            -1,
            ("You have done that before", "老一套了"),
            ("{tactic} again: it has worn thin", "又是{tactic}，不新鲜了"),
        ),
        "fit": phrase(
            0, ("Whether it suits {her}", "合不合脾气"), ("How it suits {hers} temper", "合不合{hers}脾气")
        ),
        "fit.good": phrase(
            1, ("It suits {her}", "合{hers}脾气"), ("{tactic} suits {hers} temper", "{tactic}合{hers}脾气")
        ),
        "fit.bad": phrase(
            -1,
            ("It does not suit {her}", "不合{hers}脾气"),
            ("{tactic} does not suit {hers} temper", "{tactic}不合{hers}脾气"),
        ),
        "stage": phrase(
            0, ("The moment for it", "说的时机"), ("The moment: {she_is} {stage}", "时机：正在{stage}")
        ),
        "stage.good": phrase(
            1,
            ("The right moment", "时机正好"),
            ("The right moment for {tactic}: {she_is} {stage}", "时机正好：正在{stage}，就{tactic}"),
        ),
        "stage.early": phrase(
            -1,
            ("Too soon", "太早了"),
            ("Too early: {tactic} while {she_is} still {stage}", "时机太早：还在{stage}，就{tactic}"),
        ),
        "stage.late": phrase(
            -1,
            ("Too late for that", "太晚了"),
            ("Too late: {tactic} when {she_is} already {stage}", "时机太晚：已经{stage}了，还{tactic}"),
        ),
        "gate": phrase(
            0, ("How much trust there was", "信任有多少"), ("What trust could carry", "信任撑得起多少")
        ),
        "gate.pressure": phrase(
            -1,
            ("Little trust yet, so it felt like a push", "信任没到，成了催"),
            ("Little trust yet, so {tactic} became pressure", "信任没到，{tactic}变成了压力"),
        ),
        "gate.bad": phrase(
            -1,
            ("Too little trust for that yet", "信任还不够"),
            ("Too little trust yet to carry {tactic}", "信任还不够，撑不起{tactic}"),
        ),
        "delivery": phrase(0, ("The way you said it", "说话的方式"), ("The way it was said", "说话的方式")),
        "delivery.good": phrase(
            1,
            ("{manner}, which suits {her}", "说得{manner}，合{hers}脾气"),
            ("{manner}, which suits {her}", "说得{manner}，合{hers}脾气"),
        ),
        "delivery.bad": phrase(
            -1,
            ("{manner}, which is not {hers} way", "说得{manner}，不对{hers}路"),
            ("{manner}, which is not {hers} way", "说得{manner}，不对{hers}路"),
        ),
        "elaboration": phrase(
            0,
            ("How hard {she_is} thinking", "{she}想得多细"),
            ("How hard {she_is} thinking it through", "{she}眼下想得多细"),
        ),
        "elaboration.argument-good": phrase(
            1,
            ("{She_is} thinking, and you gave reasons", "{she}在想，您给了道理"),
            ("{She_is} weighing it up, and {tactic} gives reasons", "{she}正在掂量，{tactic}给的是道理"),
        ),
        "elaboration.argument-bad": phrase(
            -1,
            ("Reasons, before {she_is} weighing any", "{she}还没想掂量"),
            (
                "{tactic} gives reasons, and {she_is} not weighing any yet",
                "{tactic}讲的是道理，{she}还没在掂量",
            ),
        ),
        "elaboration.feeling-good": phrase(
            1,
            ("{She_is} going by feel, and so did you", "{she}凭感觉，您也凭感觉"),
            ("{She_is} going by feel, and {tactic} works by feel", "{she}眼下凭感觉，{tactic}走的正是感觉"),
        ),
        "elaboration.feeling-bad": phrase(
            -1,
            ("{She_is} thinking, and that was no reason", "{she}在想，这不算道理"),
            ("{She_is} thinking it through, so {tactic} counts for less", "{she}在细想，{tactic}就轻了"),
        ),
        "reactance": phrase(
            0, ("{She_is} pushing back", "{she}在往外推"), ("How far {she_has} dug in", "{she}逆反到几分")
        ),
        "reactance.bad": phrase(
            -1,
            ("{She_has} dug in", "{she}拧上了"),
            ("{She_has} dug in, so even a good point counts for less", "{she}起了逆反，好话也打折扣"),
        ),
        "limit.high": phrase(
            0,
            ("As high as it goes", "到顶了"),
            ("The scale ends here: as high as it goes", "到顶了，刻度到此为止"),
        ),
        "limit.low": phrase(
            0,
            ("As low as it goes", "到底了"),
            ("The scale ends here: as low as it goes", "到底了，刻度到此为止"),
        ),
    }
)
