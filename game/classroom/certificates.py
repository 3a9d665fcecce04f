"""A certificate for a class of our own: made once, signed by itself, known by its fingerprint (T20).

Browsers warn of such a certificate, rightly: nobody vouches for it. A desktop that came by the QR code need
not ask anybody, because the fingerprint was in the code.
"""

from __future__ import annotations

import hashlib
import shutil
import ssl
import subprocess
from collections.abc import Iterable
from pathlib import Path

from game.classroom.addresses import reachable

NAME, KEY_NAME = "class.crt", "class.key"
DAYS = 825
PATIENCE = 60


class NoCertificate(RuntimeError):
    """None could be made; the message says why."""


def own_certificate(folder: Path, names: Iterable[str]) -> tuple[Path, Path]:
    """The certificate and the key of this machine, made where there are none.

    Args:
        folder: in which they are kept; only their owner may read the key.
        names: and addresses under which the machine is reached.

    Raises:
        NoCertificate: the program `openssl` is not there or failed.
    """
    certificate, key = folder / NAME, folder / KEY_NAME
    if certificate.is_file() and key.is_file():
        return certificate, key
    program = shutil.which("openssl")
    if program is None:
        raise NoCertificate("openssl")
    folder.mkdir(parents=True, exist_ok=True)
    key.touch(0o600)
    told = ",".join(f"{'IP' if _is_address(name) else 'DNS'}:{name}" for name in dict.fromkeys(names))
    command = [program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", str(DAYS), "-subj", "/CN=Rapport", "-addext", f"subjectAltName={told}"]
    command += ["-keyout", str(key), "-out", str(certificate)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603 - names are ours
    except (subprocess.SubprocessError, OSError) as error:
        certificate.unlink(missing_ok=True)
        key.unlink(missing_ok=True)
        raise NoCertificate(str(error)) from error
    return certificate, key


def fingerprint(certificate: Path) -> str:
    """The SHA-256 of a certificate, in hexadecimal digits.

    Raises:
        NoCertificate: the file holds none.
    """
    try:
        return hashlib.sha256(ssl.PEM_cert_to_DER_cert(_first(certificate.read_text("ascii")))).hexdigest()
    except (OSError, ValueError) as error:
        raise NoCertificate(str(error)) from error


def _first(text: str) -> str:
    """The first certificate of a chain."""
    end = "-----END CERTIFICATE-----"
    return text[: text.index(end) + len(end)] + "\n" if end in text else text


def _is_address(name: str) -> bool:
    return reachable(name) or name in {"127.0.0.1", "::1"}
