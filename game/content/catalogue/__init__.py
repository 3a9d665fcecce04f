"""The catalogue of diagnostics: every code with its severity, its message and the reason for it.

Families are fixed: SC0 file and encoding, SC1 YAML, SC2 shape, SC3 languages, SC4 names and references,
SC5 conditions, SC6 proof, SC7 psychology, SC8 wording, SC9 saves and transcripts. Each code has a file in
`tests/broken/` that shows it, or a recipe in `authoring.made_examples` that makes one.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.content.catalogue import (
    condition_faults,
    file_faults,
    language_faults,
    proof_faults,
    psychology_faults,
    reference_faults,
    shape_faults,
    wording_faults,
    yaml_faults,
)
from game.content.catalogue.entries import Entry, Severity

__all__ = ["CATALOGUE", "Entry", "Severity"]

CATALOGUE: Mapping[str, Entry] = {
    entry.code: entry
    for entries in (
        file_faults.ENTRIES,
        yaml_faults.ENTRIES,
        shape_faults.ENTRIES,
        language_faults.ENTRIES,
        reference_faults.ENTRIES,
        condition_faults.ENTRIES,
        proof_faults.ENTRIES,
        psychology_faults.ENTRIES,
        wording_faults.ENTRIES,
    )
    for entry in entries
}
"""Every code there is, by itself."""
