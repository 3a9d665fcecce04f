"""Faults planted into real scenarios, to see what `lint` makes of them."""
