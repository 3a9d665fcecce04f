"""The trainer's bench: what is done with a scenario before class: tried, proved, played by the thousand."""
