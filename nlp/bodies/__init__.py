"""Ministries, agencies and organisations: their names, short forms, branches and regions."""
