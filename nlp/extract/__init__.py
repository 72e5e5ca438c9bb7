"""One module a record type: the dataclass beside the generator that fills it. Extractors never call each other."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from nlp.extract.dates import dates
from nlp.extract.figures import figures
from nlp.extract.mentions import mentions
from nlp.extract.officials import officials
from nlp.extract.quotes import quotes
from nlp.extract.topics import topics

# Each is called with the Doc and named for the table that its records fill.
EXTRACTORS: tuple[Callable[[Doc], Iterator], ...] = (mentions, officials, quotes, figures, dates, topics)
