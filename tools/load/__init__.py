"""A class of any size against a real server: bursts, streams, crashes, and a ledger that checks them."""
