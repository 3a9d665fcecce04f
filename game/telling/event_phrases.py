"""Reasons that lie in what happened: time, claims, promises, address, discovery, objections, asks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.telling.phrase import Phrase, phrase

EVENT_PHRASES: Mapping[str, Phrase] = MappingProxyType(
    {
        "time": phrase(0, ("The moment passing", "时间在走"), ("Another turn gone by", "又过了一个回合")),
        "time.good": phrase(
            1,
            ("A moment to settle", "缓了一缓"),
            ("A turn went by, and things settled a little", "又过一个回合，缓下来一些"),
        ),
        "time.bad": phrase(
            -1,
            ("A moment longer", "又耗了一会儿"),
            ("A turn went by, and it took its toll", "又过一个回合，是有消耗的"),
        ),
        "time.lasting-good": phrase(
            1,
            ("The good of it lasts", "好感还没散"),
            ("What pleased {her} before is still at work in {her}", "前面让{she}舒服的，还留在{she}心里"),
        ),
        "time.lasting-bad": phrase(
            -1,
            ("It still rankles", "心里那股劲还没过去"),
            ("What upset {her} before is still at work in {her}", "前面让{she}不痛快的，还堵在{she}心里"),
        ),
        "time.returned": phrase(
            -1,
            ("An old worry is back", "老顾虑又回来了"),
            ("A worry that was answered but never confirmed crept back", "答过却没确认的顾虑，又悄悄回来了"),
        ),
        "price": phrase(0, ("A figure named", "报了数"), ("The figure you named", "您报的那个数")),
        "price.good": phrase(
            1,
            ("The figure sits well", "这个数听着顺"),
            (
                "Set against what {she} compares it with, the figure looks fair",
                "跟{she}心里的价一比，这个数不算离谱",
            ),
        ),
        "price.bad": phrase(
            -1,
            ("The figure grates", "这个数硌人"),
            ("The figure is more than {she} reckoned with", "这个数超出了{she}的预期"),
        ),
        "days": phrase(0, ("Days go by", "过了几天"), ("Some days went by", "中间隔了几天")),
        "days.good": phrase(
            1,
            ("Days go by, and it heals", "过几天，好些了"),
            ("Some days went by, and feelings cooled", "隔了几天，心情缓过来了"),
        ),
        "days.bad": phrase(
            -1,
            ("Days go by, and it fades", "过几天，淡了"),
            ("Some days went by, and the good feeling faded", "隔了几天，当时的好感淡了些"),
        ),
        "claim": phrase(0, ("What you claimed", "您说的事实"), ("The claim you made", "您拿出的说法")),
        "claim.good": phrase(
            1,
            ("A fact, not a phrase", "说的是事实"),
            ("A fact on the table, and a sound one", "摆出了一个站得住的事实"),
        ),
        "claim.shaky": phrase(
            1,
            ("It sounds solid, for now", "暂时听着站得住"),
            ("The claim pays for now, though it is not quite sound", "这个说法不太牢靠，暂时还管用"),
        ),
        "claim.bad": phrase(
            -1, ("Not quite the truth", "话有水分"), ("The claim is not quite sound", "这个说法不太站得住")
        ),
        "claim.detected": phrase(
            -1, ("Seen through", "被看穿了"), ("{She} saw through the claim", "{she}看穿了这个说法")
        ),
        "promise": phrase(0, ("Your word", "您的承诺"), ("What you promised", "您答应的事")),
        "promise.made": phrase(
            1,
            ("You gave your word", "您许了一句话"),
            ("You gave {her} your word on something", "您给了{her}一个承诺"),
        ),
        "promise.kept": phrase(1, ("Word kept", "说到做到"), ("You kept your word", "答应的事，您做到了")),
        "promise.broken": phrase(
            -1, ("A word not kept", "说了没做"), ("A promise ran out unkept", "答应的事，到时候没做")
        ),
        "address": phrase(0, ("What you called {her}", "您怎么称呼{her}"), ("The form of address", "称呼")),
        "address.good": phrase(
            1,
            ("You called {her} the right thing", "称呼叫对了"),
            ("The form of address fits where you two stand", "称呼得体，跟眼下的关系相称"),
        ),
        "address.near": phrase(
            -1,
            ("Too familiar", "叫得太近"),
            ("The form of address was closer than you two are", "称呼比眼下的关系近了一步"),
        ),
        "address.far": phrase(
            -1,
            ("Stiffer than it need be", "叫得见外"),
            ("The form of address was stiffer than you two are", "称呼比眼下的关系远了一步"),
        ),
        "discovery": phrase(
            0, ("What you asked about", "您打听的那件事"), ("The question you asked", "您问的那件事")
        ),
        "discovery.told": phrase(
            1,
            ("{She} told you", "{she}告诉您了"),
            ("{She} told you what few are told", "{she}说出了平时不说的话"),
        ),
        "discovery.early": phrase(
            -1,
            ("Asked too soon", "问早了"),
            ("You asked before {she_was} ready to tell", "还没到{she}肯说的时候，就问了"),
        ),
        "objection": phrase(
            0, ("{Hers} worry", "{hers}顾虑"), ("{Hers} worry about {worry}", "{she}对{worry}的顾虑")
        ),
        "objection.unnamed": phrase(0, ("{Hers} worries", "{hers}顾虑"), ("{Hers} worries", "{hers}顾虑")),
        "objection.acknowledged": phrase(
            1,
            ("You heard {hers} worry", "接住了顾虑"),
            ("{Hers} worry about {worry} was heard first", "先接住了{she}对{worry}的顾虑"),
        ),
        "objection.probed": phrase(
            1,
            ("You asked what lies behind it", "问到了背后"),
            ("You found what lies behind {hers} worry about {worry}", "问出了{she}对{worry}的顾虑从哪儿来"),
        ),
        "objection.solved": phrase(
            1,
            ("You answered what really worries {her}", "答到了点子上"),
            ("You answered the true worry beneath {worry}", "答到了{worry}底下真正的担心"),
        ),
        "objection.confirmed": phrase(
            1,
            ("You made sure it was settled", "确认过了"),
            ("You made sure that {worry} was settled", "跟{her}确认了：{worry}这件事放下了"),
        ),
        "objection.ahead": phrase(
            -1,
            ("An answer before {hers} worry was heard", "还没听完就答"),
            (
                "You went ahead of {hers} worry about {worry}: a step was skipped",
                "{she}对{worry}的顾虑，跳过了一步",
            ),
        ),
        "ask": phrase(
            0, ("You asked for a yes", "您开口要答复"), ("A commitment asked for", "您请{her}拿主意")
        ),
        "ask.agreed": phrase(
            1,
            ("A yes that could be given", "点得下头"),
            ("You asked, and a yes could be given", "您开了口，{she}也点得下头"),
        ),
        "ask.refused": phrase(
            -1,
            ("You asked for too much, for now", "要得多了"),
            ("You asked for more than could be granted yet", "要的比眼下给得出的多"),
        ),
        "ask.bad": phrase(
            -1,
            ("Asking put {her} on the spot", "一问就紧了"),
            ("Being asked for a yes weighs on {her}", "被请着点头，{she}有负担"),
        ),
    }
)
