"""The drawn world of the desk: people, places, things and signs, all written as SVG by data."""
