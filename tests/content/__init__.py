"""Tests of the package that reads files."""
