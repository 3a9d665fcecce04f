"""Causes, scorecards and charts told in words, in both languages."""
