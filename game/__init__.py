"""Rapport 知心: a flight simulator for sales conversations."""

__version__ = "0.1.0"
