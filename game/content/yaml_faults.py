"""What a fault of YAML is called among people: the parser's words turned into causes and cures."""

from __future__ import annotations

import re
from typing import Any

from game.content.diagnostics import NOTHING, Findings, shown
from game.content.source import Source
from game.language.locale import Locale
from game.language.text import LocalisedText

_CONFLICT = re.compile(r"(<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)( |$)|={7}$")
_SUSPECT = re.compile(r"^(?:[<>=|]{7}|[ \t]*[\u3000\u00a0])", re.MULTILINE)
_TAB_INDENT = re.compile(r"[ \u3000\u00a0]*\t[\s]*\S")
_WIDE_INDENT = re.compile(r"[ \t]*[\u3000\u00a0]\s*(?=[-\w]+[:：](?:\s|$)|- )")
_WIDE_COLON = re.compile(r"\s*(?:- )?([\w-]+)：")
_GLUED_DASH = re.compile(r"\s*(-)[^\W\d_][\w-]*:(?:\s|$)")
_ENTRY = re.compile(r"\s*(?:- )?[\w-]+: +\S.*")
_QUOTE_BEGINS = re.compile(r"""(?:^|[:\-,\[{])\s*["']\Z""")
_PROSE = re.compile(r"""^\s*(?:- )?((?:en|zh):)\s+([^|>\s].*)$""")
_MOST = 20
_FAR = 400
"""Lines above a fault in which its cause is looked for."""
_PROBLEMS = (
    ("block sequence entries are not allowed", "a '- ' entry cannot stand here", "这里不能放“- ”"),
    ("sequence entries are not allowed", "a '- ' entry cannot stand here", "这里不能放“- ”"),
    ("unknown escape character", "unknown sign behind a backslash", "反斜杠后面的符号无法识别"),
    ("node content", "something is missing here", "这里缺了内容"),
    ("document start", "something stands behind the end of the document", "文档结束后还有内容"),
)


def quoted(line: str) -> LocalisedText:
    """`: en: "the line in quotes"` for a line that holds nothing but one text; else nothing."""
    found = _PROSE.match(line)
    if found is None:
        return NOTHING
    return proposal(found[1] + " ", found[2].strip())


def proposal(key: str, text: str) -> LocalisedText:
    """The proposed line, ready to be put behind a message."""
    text = text.rstrip()
    mark = "'" if '"' in text or "\\" in text else '"'
    body = text.replace("'", "''") if mark == "'" else text
    line = f"{key}{mark}{shown(body, 160)}{mark}"
    return LocalisedText({Locale.EN: f": {line}", Locale.ZH: f"：{line}"})


def forerunners(source: Source, findings: Findings) -> bool:
    """Faults that are surer seen in the lines than by the parser; True when reading makes no sense then."""
    if not _SUSPECT.search(source.text):
        return False
    markers = 0
    for number, line in enumerate(source.lines, start=1):
        if line[:1] in "<>=|" and _CONFLICT.match(line):
            markers += 1
            if markers <= _MOST:
                findings.add("SC103", number, 1)
        elif line[:1] in " \t\u3000\u00a0" and _WIDE_INDENT.match(line):
            column = next(index for index, sign in enumerate(line, start=1) if sign in "\u3000\u00a0")
            findings.add("SC121", number, column)
            markers += 1
    return markers > 0


def explain(
    fault: Exception, source: Source, findings: Findings, bracket: tuple[int, int] | None = None
) -> None:
    """Notes one fault of the parser under the code of its most likely cause.

    Args:
        fault: What the parser raised.
        source: The text it was reading.
        findings: Where to note it.
        bracket: Line and column of the innermost bracket open at that moment.
    """
    mark: Any = getattr(fault, "problem_mark", None)
    context: Any = getattr(fault, "context_mark", None)
    problem = str(getattr(fault, "problem", None) or fault)
    about = str(getattr(fault, "context", None) or "")
    line = min(mark.line + 1, len(source.lines)) if mark else 1
    column = mark.column + 1 if mark else 1
    text = source.line(line)
    if _tabs(source, line, findings):
        return
    if problem.startswith("mapping values") and ": " in text[: column - 1]:
        findings.add("SC104", line, column, quoted=quoted(text))
    elif _wide_colon(source, line, findings) or _glued_dash(source, line, findings):
        return
    elif problem.startswith("mapping values"):
        _indentation(source, line, findings)
    elif "end of stream" in problem and "quoted" in about and context:
        findings.add("SC106", context.line + 1, context.column + 1)
    elif "cannot start any token" in problem:
        sign = text[column - 1 : column]
        findings.add("SC109", line, column, character=sign, quoted=quoted(text))
    elif about.startswith(("while scanning an alias", "while scanning an anchor")) and context:
        findings.add("SC111", context.line + 1, context.column + 1, quoted=quoted(text))
    elif "tag" in about and context:
        findings.add("SC112", context.line + 1, context.column + 1, quoted=quoted(text))
    elif bracket:
        _brackets(source, (line, column), bracket, findings)
    elif "could not find expected ':'" in problem and context:
        findings.add("SC107", context.line + 1, context.column + 1)
    elif "block mapping" in about or "block collection" in about:
        _misfit(source, line, column, findings)
    else:
        findings.add("SC101", line, column, problem=_named(problem))


def _misfit(source: Source, line: int, column: int, findings: Findings) -> None:
    """A text that goes on behind its end (`"Yes," she said`), or an indentation that fits nothing."""
    text = source.line(line)
    found = _PROSE.match(text)
    if found and found[2][0] in "{[":
        findings.add("SC109", line, found.start(2) + 1, character=found[2][0], quoted=quoted(text))
    elif text[: column - 1].rstrip().endswith(('"', "'")):
        opened = _opened_above(source, line, text[: column - 1].rstrip())
        if opened is None:
            findings.add("SC124", line, column, quoted=quoted(text))
        else:
            findings.add("SC106", *opened)
    elif text[: column - 1].strip():
        findings.add("SC101", line, column, problem=_named("node content"))
    else:
        _indentation(source, line, findings)


def _indentation(source: Source, line: int, findings: Findings) -> None:
    """A line that fits nothing above; where the one above stands out from its neighbours, it is that one."""
    here = _depth(source.line(line))
    above = [number for number in range(line - 1, 0, -1) if source.line(number).strip()][:2]
    if len(above) == 2 and _ENTRY.match(source.line(above[0])):
        between, before = (_depth(source.line(number)) for number in above)
        if between < here == before:
            line = above[0]
    findings.add("SC108", line, _depth(source.line(line)) + 1)


def _depth(text: str) -> int:
    return len(text) - len(text.lstrip())


def _opened_above(source: Source, line: int, before: str) -> tuple[int, int] | None:
    """Where a quote was opened and never closed, when the next opening quote was taken for its end."""
    if not _QUOTE_BEGINS.search(before):
        return None
    sign = before[-1]
    for number in range(line - 1, max(0, line - _FAR), -1):
        text = source.line(number)
        if text.replace("\\" + sign, "").count(sign) % 2:
            return number, text.rindex(sign) + 1
    return None


def _glued_dash(source: Source, line: int, findings: Findings) -> bool:
    """Notes a '-' of a list that its first key sticks to, here or right above."""
    for number in (line, line - 1):
        found = _GLUED_DASH.match(source.line(number))
        if found:
            findings.add("SC127", number, found.start(1) + 1)
            return True
    return False


def _brackets(source: Source, here: tuple[int, int], bracket: tuple[int, int], findings: Findings) -> None:
    """A bracket that stays open, or something in it that ends a text too early."""
    text = source.line(here[0])
    sign = text[here[1] - 1 : here[1]]
    if here[0] == bracket[0] and sign and sign in "{[":
        findings.add("SC125", *here, character=sign)
    elif here[0] == bracket[0] and text[: here[1] - 1].rstrip().endswith(('"', "'")):
        findings.add("SC124", *here, quoted=NOTHING)
    elif sign and sign in ",}]":
        findings.add("SC101", *here, problem=_named("node content"))
    else:
        line, column = bracket
        text = source.line(line)
        findings.add("SC105", line, column, bracket=text[column - 1 : column] or "[", quoted=quoted(text))


def _tabs(source: Source, line: int, findings: Findings) -> bool:
    """Notes every line that a tab indents, when one of them is near the fault."""
    tabs = [
        (number, text.index("\t") + 1)
        for number, text in enumerate(source.lines, start=1)
        if "\t" in text and _TAB_INDENT.match(text)
    ]
    if not any(abs(number - line) <= 1 for number, _ in tabs):
        return False
    for number, column in tabs[:_MOST]:
        findings.add("SC102", number, column)
    return True


def _wide_colon(source: Source, line: int, findings: Findings) -> bool:
    for number in (line, line - 1):
        found = _WIDE_COLON.match(source.line(number))
        if found:
            findings.add("SC120", number, found.end())
            return True
    return False


def _named(problem: str) -> LocalisedText:
    for words, english, chinese in _PROBLEMS:
        if words in problem:
            return LocalisedText({Locale.EN: english, Locale.ZH: chinese})
    return LocalisedText({Locale.EN: shown(problem), Locale.ZH: shown(problem)})
