"""What a system or a parser says of a trouble, in the language of whoever reads it."""

from __future__ import annotations

import errno
import re

from game.language.words import Words, marked

_SYSTEM = {
    errno.ENOENT: marked("there is no such file or folder"),
    errno.EACCES: marked("no permission"),
    errno.EPERM: marked("no permission"),
    errno.EROFS: marked("nothing can be written there"),
    errno.ENOSPC: marked("the disk is full"),
    errno.EEXIST: marked("a file of that name is in the way"),
    errno.ENOTDIR: marked("a part of the path is a file, not a folder"),
    errno.EISDIR: marked("it is a folder"),
    errno.ENAMETOOLONG: marked("the name is too long"),
    errno.ELOOP: marked("a link leads back to itself"),
}
_ONE_OF = re.compile(r"(?:Value error, )?'(?P<given>.*)' is not one of (?P<names>.*?)\.?", re.DOTALL)
_AT_LEAST = re.compile(r"Input should be greater than or equal to (?P<n>-?\d+)\.?")
_AT_MOST = re.compile(r"Input should be less than or equal to (?P<n>-?\d+)\.?")


def system_reason(words: Words, error: OSError) -> str:
    """Why a file cannot be read or written; a rare reason as the system says it."""
    known = _SYSTEM.get(error.errno or 0)
    return words(known) if known else str(error.strerror or error)


def value_reason(words: Words, said: str) -> str:
    """Why the value of an option cannot be used; a rare reason as the parser says it."""
    if found := _ONE_OF.fullmatch(said):
        names = found["names"].replace("'", "")
        return words("'{given}' is none of {names}", given=found["given"], names=names)
    if found := _AT_LEAST.fullmatch(said):
        return words("it must be {n} or more", n=found["n"])
    if found := _AT_MOST.fullmatch(said):
        return words("it must be {n} or less", n=found["n"])
    return said.removeprefix("Value error, ")
