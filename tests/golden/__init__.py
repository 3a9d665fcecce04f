"""Golden playthroughs of the shipped scenarios, and the tests that play them again."""
