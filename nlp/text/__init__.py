"""The words of an article: tokens, phrases, sentences, headlines, and names of closed lists found word by word."""
