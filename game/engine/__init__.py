"""The headless, deterministic customer: integers in, integers out."""
