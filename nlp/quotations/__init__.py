"""Who says what: quotation marks, verbs of speaking, who has the floor."""
