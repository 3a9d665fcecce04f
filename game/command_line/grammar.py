"""What the parser of the command line says by itself, said in our words."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from game.command_line.complaints import Complaint, perhaps
from game.command_line.troubles import value_reason
from game.language.locale import Locale
from game.language.words import CATALOGUES, DOMAIN, Words, marked

BORROWED = (
    marked("Arguments"),
    marked("Options"),
    marked("Commands"),
    marked("required"),
    marked("default: {default}"),
)
"""Sentences of the parser's help pages; it looks them up itself, in the catalogue that `borrow` names."""

UNTRANSLATED = (marked("Usage:"), marked("Show this message and exit."))
"""Sentences of the help pages that the parser does not look up."""

IN_BRACES = re.compile(r"\{([A-Z]+)\}")
"""A name that has to be given; the parser sets it in braces, which look like something to type."""

HALF_WIDTH = re.compile(r"^([^\x00-\x7f]+)(:$|： )", re.MULTILINE)
"""A heading in Chinese with a colon, or with a space behind it, that is not Chinese."""


def borrow(locale: Locale) -> None:
    """Have the parser speak a language, for this process alone."""
    os.environ["LANGUAGE"] = locale.value
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


def speak_help(command: Any) -> None:
    """Have the help pages say in our words what the parser itself says in English only."""
    command.get_help = partial(_help_told, command.get_help)
    for each in getattr(command, "commands", {}).values():
        speak_help(each)


def _help_told(get_help: Callable[[Any], str], context: Any) -> str:
    """A help page with the parser's own sentences exchanged."""
    page = get_help(context)
    for sentence in UNTRANSLATED:
        page = page.replace(sentence, gettext.gettext(sentence))
    return HALF_WIDTH.sub(r"\1：", IN_BRACES.sub(r"\1", page))


def complaint_of(words: Words, error: Exception) -> Complaint:
    """A parser's error as a complaint in our words; an unknown kind keeps the parser's own."""
    name = _name(error)
    match type(error).__name__:
        case "NoSuchOption":
            sentence = words("there is no option {name}", name=name)
        case "MissingParameter":
            sentence = words("{name} is missing", name=name)
        case "BadParameter":
            reason = value_reason(words, str(getattr(error, "message", "")))
            sentence = words("{name} cannot be used: {reason}", name=name, reason=reason)
        case "BadOptionUsage" | "BadArgumentUsage":
            sentence = words("{name} cannot be used like that", name=name)
        case _:
            sentence = _unknown_command(words, error)
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "rapport") or "rapport"
    return Complaint(sentence + "\n" + words("Help: {command} --help", command=command), "usage")


def _unknown_command(words: Words, error: Exception) -> str:
    """The complaint about a verb that is not there; any other error of the parser in its own words."""
    said = str(getattr(error, "message", error))
    command = getattr(getattr(error, "ctx", None), "command", None)
    known = getattr(command, "commands", None)
    quoted = re.search(r"'([^']+)'", said)
    if isinstance(known, dict) and quoted and quoted[1] not in known:
        sentence = words("there is no command '{name}'.", name=quoted[1])
        return sentence + perhaps(words, quoted[1], [str(name) for name in known])
    return words("this cannot be understood: {reason}", reason=said.rstrip("."))


def _name(error: Exception) -> str:
    """The option or argument that an error is about."""
    option = getattr(error, "option_name", None)
    if option:
        return str(option)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", "") or "?")
    options = [text for text in getattr(parameter, "opts", ()) if text.startswith("-")]
    return options[0] if options else str(getattr(parameter, "metavar", None) or parameter.name).upper()
