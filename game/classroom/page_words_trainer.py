"""Sentences of the trainer's page and the self-check."""

from __future__ import annotations

from game.language.words import marked

TRAINER_WORDS: tuple[str, ...] = ()
