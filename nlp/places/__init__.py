"""Regions, districts and countries: which are named, and whether a name is meant as one."""
