"""The pygame desktop: window, scenes, stage, portrait, review, settings."""
