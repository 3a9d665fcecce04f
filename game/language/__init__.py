"""Locales, localised text and interface words; knows nothing of the game."""
