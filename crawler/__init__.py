"""The first room: web -> articles.db. Imports neither nlp nor spaCy."""
