"""Words that do not belong on a wall, for `nicknames`: stems as they are compared, after all disguise is off.

Deliberately short. `ANYWHERE` are stems that no ordinary name holds, found inside of words and across blanks;
`WITHIN` are found inside of one word; `ALONE` count only as a whole word, because ordinary names hold them
(Scunthorpe is taken care of by `INNOCENT`).
"""

from __future__ import annotations

ANYWHERE = (
    "fuck", "motherf", "nigger", "nigga", "arschloch", "hurensohn", "fotze", "wichser", "arsehole", "asshole",
    "bullshit", "faggot", "bitch", "blowjob", "pussy", "whore", "dickhead", "caonima", "shabi", "hitler",
    "cocksuck", "schlampe", "tittenfick", "missgeburt", "kanake",
)  # fmt: skip
WITHIN = (
    "cunt",
    "shit",
    "wank",
    "penis",
    "vagina",
    "porn",
    "slut",
    "scheiss",
    "scheiß",
    "ficker",
    "rapist",
    "bastard",
)
ALONE = (
    "ass", "arse", "cock", "dick", "tit", "tits", "cum", "anal", "anus", "rape", "fag", "fck", "fuk", "sex",
    "nazi", "nazis", "sieg heil", "heil", "kkk", "twat", "poo", "piss", "crap", "damn", "hoe", "hooker",
    "coon", "spic", "kike", "chink", "gook", "paki", "homo", "tranny", "retard", "fick", "arsch",
    "kacke", "pimmel", "hure", "nutte", "nutten", "spast", "nmsl", "cnm", "tmd", "sb", "wtf", "stfu", "milf",
    "boobs", "horny", "penner", "titten", "opfer", "dildo", "orgasm", "semen", "smegma",
)  # fmt: skip
INNOCENT = (
    "scunthorpe", "penistone", "shitake", "shiitake", "matsushita", "takeshita", "kinoshita", "morishita",
    "yamashita", "miyashita", "mishit", "swank", "wankel", "pornchai", "pornthip", "siriporn", "somporn",
    "slutsk", "fuckert", "schlutter", "bitchener", "bitchfield", "therapist", "hitlerova", "shabir",
    "shabina", "wankhede", "evagina", "shitara", "ashita", "pussycat", "shitova", "cuntis", "fickert",
    "slutzk", "shabibi", "nishit",
)  # fmt: skip
CHINESE = (
    "傻逼", "傻b", "傻比", "傻叉", "煞笔", "沙比", "操你", "草你", "艹", "草泥马", "肏", "他妈的", "他媽的",
    "你妈", "尼玛", "妈逼", "媽逼", "婊", "贱人", "賤人", "王八蛋", "狗日", "鸡巴", "雞巴", "屌", "强奸",
    "強姦", "妓女", "去死", "滚蛋", "滾蛋", "死全家", "脑残", "腦殘", "智障", "白痴", "混蛋", "贱货",
    "賤貨", "装逼", "牛逼", "逼样", "日你", "干你娘", "幹你娘", "杂种", "雜種", "畜生", "废物", "肛",
    "阴茎", "陰莖", "阴道", "陰道", "纳粹", "納粹",
)  # fmt: skip
RESERVED = (
    "trainer", "teacher", "host", "admin", "administrator", "moderator", "server", "system", "rapport",
    "instructor", "lehrer", "dozent", "root", "老师", "老師", "讲师", "講師", "教师", "教師", "主持",
    "主持人", "管理员", "管理員", "系统", "系統", "培训师", "培訓師", "知心",
)  # fmt: skip
"""Names that could be taken for whoever runs the class."""
