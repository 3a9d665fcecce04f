"""Scenario files read strictly: YAML with places, diagnostics, the library, the psychology file."""
