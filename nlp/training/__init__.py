"""Corpora -> the weights of nlp/model: `python -m nlp.training --help`. Not needed to read articles."""
