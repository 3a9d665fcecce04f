"""Sellers, batch play and reports over many conversations at once."""
