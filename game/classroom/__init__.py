"""The class on a LAN."""
