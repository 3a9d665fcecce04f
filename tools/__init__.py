"""What people who work on the repository run from a checkout; nothing of it is installed."""
