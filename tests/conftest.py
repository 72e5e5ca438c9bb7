"""What many tests share."""

import pytest
from spacy.language import Language

from nlp.pipeline import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline, loaded once for all tests of a worker; it keeps nothing from one article to the next."""
    return load()
