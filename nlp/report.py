"""What an article says, as one JSON document: the form of GUIDELINES.md, made from the records of the extractors."""
