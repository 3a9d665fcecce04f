"""What must hold for every conversation, tried on random scenarios, minds and lines."""
