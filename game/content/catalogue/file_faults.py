"""SC0: the file itself and its encoding."""

from __future__ import annotations

from game.content.catalogue.entries import error, smell

ENTRIES = (
    error(
        "SC001",
        "there is no file here",
        "这里没有文件",
        "A path must lead to a file.",
        "路径必须指向一个文件。",
    ),
    error(
        "SC002",
        "the file cannot be read: {reason}",
        "文件无法读取：{reason}",
        "A folder, or a file without the right to read it, cannot be a scenario.",
        "文件夹，或没有读取权限的文件，不能当剧本。",
    ),
    error(
        "SC003",
        "the file is larger than {limit} MB",
        "文件超过 {limit} MB",
        "No scenario is that long; something else was probably saved under this name.",
        "剧本不会这么长，多半是别的内容存成了这个名字。",
    ),
    error(
        "SC004",
        "the file is empty",
        "文件是空的",
        "There is nothing to play in it.",
        "里面没有可玩的内容。",
    ),
    smell(
        "SC005",
        "the file begins with an invisible byte order mark; save it as UTF-8 without one",
        "文件开头有一个看不见的字节顺序标记（BOM），请另存为不带 BOM 的 UTF-8",
        "It is read all the same, but other tools stumble over it.",
        "这里照样能读，但别的工具可能出错。",
    ),
    error(
        "SC006",
        "the file is UTF-16 or UTF-32; save it as UTF-8",
        "文件是 UTF-16 或 UTF-32 编码，请另存为 UTF-8",
        "Scenarios are UTF-8, on every system the same.",
        "剧本一律用 UTF-8，在任何系统上都一样。",
    ),
    error(
        "SC007",
        "the file is in a Chinese encoding (GBK); save it as UTF-8",
        "文件是 GBK 编码，请另存为 UTF-8",
        "Scenarios are UTF-8, on every system the same.",
        "剧本一律用 UTF-8，在任何系统上都一样。",
    ),
    error(
        "SC008",
        "this byte (0x{byte}) is not UTF-8; save the file as UTF-8",
        "这个字节（0x{byte}）不是 UTF-8，请把文件另存为 UTF-8",
        "Scenarios are UTF-8, on every system the same.",
        "剧本一律用 UTF-8，在任何系统上都一样。",
    ),
    error(
        "SC009",
        "a character that cannot be seen (U+{point}) stands here; delete it",
        "这里有一个看不见的字符（U+{point}），请删掉",
        "Control characters come from damaged files or from copying out of other programs.",
        "控制字符多来自损坏的文件，或从别的程序复制粘贴。",
    ),
)
