"""Gives a corpus in lower case the capitals that other corpora print."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from nlp.training.marked import Marked


class Truecaser:
    """Knows for each word how cased corpora print it inside a sentence."""

    def __init__(self, cased: Iterable[Marked]) -> None:
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in cased:
            if not sentence.text.isupper():
                for start, end in sentence.tokens[1:]:
                    word = sentence.text[start:end]
                    forms[word.casefold()][word] += 1
        self.usual = {word: counted.most_common(1)[0][0] for word, counted in forms.items()}
        self.as_name = {word: named for word, counted in forms.items() if (named := _most_common_capital(counted))}

    def cased(self, sentence: Marked) -> Marked:
        """The sentence with capitals: words of names always, others as they are usually printed."""
        text, first = list(sentence.text), True
        for start, end in sentence.tokens:
            word = sentence.text[start:end]
            named = any(name.start <= start < name.end for name in sentence.names)
            best = self.as_name.get(word, word.capitalize()) if named else self.usual.get(word, word)
            if first and word[:1].isalpha():
                best, first = best[:1].upper() + best[1:], False
            if word in {".", "?", "!"}:
                first = True
            if len(best) == len(word):
                text[start:end] = best
        return replace(sentence, text="".join(text))


def _most_common_capital(counted: Counter[str]) -> str | None:
    capital = [(n, form) for form, n in counted.items() if form[:1].isupper()]
    return max(capital)[1] if capital else None
