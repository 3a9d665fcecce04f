"""How a database of an older Rapport becomes one of this."""
