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
    error(
        "SC010",
        "this package is damaged: {reason}",
        "剧本包损坏：{reason}",
        "A package is a zip file that 'rapport pack' has written.",
        "剧本包是由“rapport pack”写成的 zip 文件。",
    ),
    error(
        "SC011",
        "the package has no '{name}'",
        "剧本包里没有“{name}”",
        "A package holds a scenario and a list of what belongs to it.",
        "剧本包里有剧本，还有一份清单。",
    ),
    error(
        "SC012",
        "the package holds '{name}', which no package may hold",
        "剧本包里有“{name}”，这不该出现在剧本包里",
        "Only a few plain names are allowed, so that nothing can be written elsewhere.",
        "只允许几个固定的文件名，以免写到别的地方去。",
    ),
    error(
        "SC013",
        "the package unpacks to more than {limit} MB",
        "剧本包解开后超过 {limit} MB",
        "No scenario is that long; it was probably made to fill a disk.",
        "剧本不会这么长，多半是用来塞满硬盘的。",
    ),
    error(
        "SC014",
        "'{name}' is not what was packed",
        "“{name}”与打包时不一样",
        "The list in a package holds a hash of each file; this one does not fit.",
        "剧本包的清单记着每个文件的校验值，这个对不上。",
    ),
)
