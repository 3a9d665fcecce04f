"""The same conversation in a terminal: read, typed, heard through a screen reader or piped."""
