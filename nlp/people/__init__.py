"""Persons and their offices: names, heads of offices, which name belongs to which office, who is the same person."""
