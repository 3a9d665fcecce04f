"""What a trainer is told in the terminal when a class server starts, or cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.command_line.house import House

if TYPE_CHECKING:
    from game.classroom.serving import Ready


def fault_told(house: House, kind: str, detail: str) -> str:
    """What is wrong with a database, in a sentence."""
    words = house.words
    match kind:
        case "newer":
            return words("the database was made by a newer Rapport; update this one first")
        case "damaged":
            return words("the database is damaged, or is none of ours: {detail}", detail=detail)
        case "no-room":
            return words("the disk is full: {detail}", detail=detail)
        case "address":
            return words("this address of a database cannot be used: {detail}", detail=detail)
        case _:
            return words("the database cannot be reached: {detail}", detail=detail)


def told(house: House, found: Ready) -> str:
    """What the trainer sees in the terminal."""
    from game.classroom.pinned import in_groups
    from game.classroom.qr_codes import blocks

    words = house.words
    code = f"{found.code[:3]} {found.code[3:]}"
    lines = [
        words("The class “{title}” is open.", title=found.title),
        "",
        words("Address:  {address}", address=found.origin),
        words("Code:     {code}", code=code),
        words("Board:    {address}", address=found.board),
        words("Trainer:  {address}  (for you alone)", address=found.teach),
    ]
    if len(found.addresses) > 1:
        others = ", ".join(found.addresses[1:])
        lines.append(words("This machine has further addresses: {addresses}", addresses=others))
    if not found.addresses:
        lines.append(words("This machine is in no network: only it can reach the class."))
    if found.fingerprint:
        digits = in_groups(found.fingerprint)
        lines.append(words("Fingerprint of the certificate: {digits}", digits=digits))
        lines.append(words("Desktops: rapport join {link}", link=found.join))
    lines += ["", blocks(found.join), words("Ctrl-C stops the server.")]
    return "\n".join(lines)
