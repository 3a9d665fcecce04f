"""SC1: the way the file is written, before anything in it has a meaning."""

from __future__ import annotations

from game.content.catalogue.entries import error, smell

_QUOTE_WHY = "Some characters mean something to YAML; inside quotes they are only text."
_QUOTE_WHY_ZH = "有些符号在 YAML 里有特别的意思，放进引号里就只是文字。"

ENTRIES = (
    error(
        "SC101",
        "this cannot be read as YAML: {problem}",
        "这里不符合 YAML 写法：{problem}",
        "The rest of the file cannot be understood until this is put right.",
        "这里改好之前，后面的内容都读不懂。",
    ),
    error(
        "SC102",
        "a tab indents this line; use spaces",
        "这一行用了制表符缩进，请改用空格",
        "A tab has no fixed width, so YAML cannot tell what belongs to what.",
        "制表符没有固定宽度，YAML 分不清谁属于谁。",
    ),
    error(
        "SC103",
        "a merge left its marker here; decide which half stays and delete the markers",
        "这里留着合并冲突的标记，请决定保留哪一半，再删掉标记",
        "Two versions of the file were joined and nobody chose between them.",
        "两个版本合并时还没有人做选择。",
    ),
    error(
        "SC104",
        "a second ': ' stands in this line; put the text in quotes{quoted}",
        "这一行有第二个“: ”，请给文字加引号{quoted}",
        "A colon with a space behind it begins a new field.",
        "冒号加空格会被当作新字段的开始。",
    ),
    error(
        "SC105",
        "this {bracket} is never closed{quoted}",
        "这个 {bracket} 没有对应的右括号{quoted}",
        "Everything behind an open bracket belongs to it.",
        "左括号后面的内容都会算在它里面。",
    ),
    error(
        "SC106",
        "this quote is never closed",
        "这个引号没有结束",
        "Everything behind an open quote is taken for its text.",
        "引号没有结束，后面的内容都会被当成文字。",
    ),
    error(
        "SC107",
        "a key without its ': '",
        "这里缺少“: ”",
        "Every entry is a key, a colon, a space and a value.",
        "每一项都是：名字、冒号、空格、内容。",
    ),
    error(
        "SC108",
        "this line fits nothing above it: its indentation is off, or the line above is complete already",
        "这一行和上面接不上：不是缩进没对齐，就是上一行已经写完了",
        "Entries that belong together begin in the same column.",
        "同一级的内容要从同一列开始。",
    ),
    error(
        "SC109",
        "a text cannot begin with {character}; put it in quotes{quoted}",
        "文字不能以 {character} 开头，请加引号{quoted}",
        _QUOTE_WHY,
        _QUOTE_WHY_ZH,
    ),
    error(
        "SC110",
        "'{key}' stands here a second time; the first is in line {line}",
        "“{key}”在这里重复了，第一次在第 {line} 行",
        "Only one of them could count, and nobody would see which.",
        "只有一个能算数，而谁也看不出是哪一个。",
    ),
    error(
        "SC111",
        "'&' and '*' (anchors and aliases) are not used in scenarios; "
        "write it out, or put a text in quotes{quoted}",
        "剧本里不用“&”和“*”（锚点与别名），请直接写出来；如果是文字，请加引号{quoted}",
        "A scenario must be readable aloud, from top to bottom.",
        "剧本要能从头到尾读出声来。",
    ),
    error(
        "SC112",
        "'!' (a tag) is not used in scenarios; put a text in quotes{quoted}",
        "剧本里不用“!”（标签）；如果是文字，请加引号{quoted}",
        _QUOTE_WHY,
        _QUOTE_WHY_ZH,
    ),
    error(
        "SC113",
        "this is nested more than {limit} levels deep",
        "这里嵌套超过 {limit} 层",
        "No scenario needs that; it would only slow the reader down.",
        "剧本用不到这么深，只会拖慢读取。",
    ),
    error(
        "SC114",
        "a key must be a word",
        "名字必须是一个词",
        "Ids and fields are words, never lists, mappings or nothing.",
        "名字是词，不能是列表、映射或空白。",
    ),
    error(
        "SC115",
        "a second document begins here; one file holds one scenario",
        "这里开始了第二份文档；一个文件只放一个剧本",
        "What stands behind '---' would never be read.",
        "“---”后面的内容永远不会被读到。",
    ),
    error(
        "SC116",
        "a comma cut the sentence in two; put it in quotes{quoted}",
        "逗号把这句话切成了两半，请加引号{quoted}",
        "Inside { } a comma begins the next entry.",
        "在 { } 里，英文逗号会开始下一项。",
    ),
    smell(
        "SC117",
        "the text ends before ' #': the rest is taken for a comment; put it in quotes{quoted}",
        "文字在“ #”之前就断了，后面被当成注释；请加引号{quoted}",
        "A space and '#' begin a comment, in the middle of a sentence too.",
        "空格加“#”是注释的开始，在句子中间也一样。",
    ),
    error(
        "SC118",
        'curly quotes are letters to YAML; use straight ones: "{text}"',
        '弯引号在 YAML 里只是普通文字，请用直引号："{text}"',
        "Word processors change quotes; a name in curly quotes is another name.",
        "文字处理软件会改引号，加了弯引号的名字就成了另一个名字。",
    ),
    smell(
        "SC119",
        "the whole text stands in curly quotes and will show them; "
        'if they were meant for YAML, write "{text}"',
        '整句话在弯引号里，引号会显示出来；如果本意是 YAML 引号，请写 "{text}"',
        "Word processors change straight quotes into curly ones.",
        "文字处理软件会把直引号改成弯引号。",
    ),
    error(
        "SC120",
        "a full-width colon stands here; use ': ' with a space behind it",
        "这里用了全角冒号，请改用半角冒号加空格“: ”",
        "To YAML a full-width colon is a letter.",
        "在 YAML 里，全角冒号只是普通文字。",
    ),
    error(
        "SC121",
        "a wide space indents this line; use ordinary spaces",
        "这一行用了全角空格缩进，请改用普通空格",
        "To YAML a wide space is a letter.",
        "在 YAML 里，全角空格只是普通文字。",
    ),
    error(
        "SC122",
        "a full-width comma stands in this list; use ', '",
        "这个列表里用了全角逗号，请改用半角逗号“, ”",
        "To YAML a full-width comma is a letter, so two words become one.",
        "在 YAML 里，全角逗号只是普通文字，两个词会连成一个。",
    ),
    smell(
        "SC123",
        "this silences {code} without saying why: write '# allow {code}: the reason'",
        "这里关掉了 {code} 却没有说明原因，请写成“# allow {code}: 原因”",
        "The next author must know why a suspicion was set aside.",
        "下一位作者需要知道为什么放过这个疑点。",
    ),
    error(
        "SC124",
        "the text goes on behind its closing quote; put the whole of it in quotes{quoted}",
        "引号结束之后还有文字，请给整句加引号{quoted}",
        "A text that begins with a quote ends with it.",
        "以引号开头的文字，到下一个引号就结束了。",
    ),
    error(
        "SC125",
        "{character} in the middle of a text inside brackets; put the text in quotes",
        "括号里的文字中间出现了 {character}，请给文字加引号",
        _QUOTE_WHY,
        _QUOTE_WHY_ZH,
    ),
    smell(
        "SC126",
        "the text ends with a quote that it does not begin with; put the whole of it in quotes{quoted}",
        "这段文字以引号结尾，开头却没有引号，请给整句加引号{quoted}",
        "Without the opening quote the closing one is shown to the player.",
        "少了开头的引号，结尾的引号就会原样显示给学员看。",
    ),
    error(
        "SC127",
        "a space is missing behind the '-'",
        "“-”后面缺一个空格",
        "Without the space the dash becomes part of the name of the field.",
        "没有空格，短横就成了字段名的一部分。",
    ),
)
