"""Extracts: ikm.db as files that researchers can cite, join and check."""
