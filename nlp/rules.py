"""What the names of rules say, for readers of an explanation or of an extract."""

from functools import cache

from nlp.data import lexicon

SPEAKER = "speaker."
KINDS = ("mentions", "officials", "quotes", "figures", "dates", "topics")


@cache
def rules() -> dict[str, str]:
    """Name -> one line, of all rules of lexicon/rules.toml; those of speakers as "speaker.behind_cue" and ".name"."""
    data = lexicon("rules")
    found = {name: words for kind in KINDS for name, words in data[kind].items()}
    found |= {f"{SPEAKER}{name}": words for name, words in data["speaker"]["place"].items()}
    return found | {f".{name}": words for name, words in data["speaker"]["how"].items()}


def explained(rule: str | None) -> str:
    """ "speaker.nya_cue.spoke_last" -> "only -nya at the verb; whoever spoke last"; "" for what is not listed."""
    if rule is None:
        return ""
    if rule.startswith(SPEAKER):
        place, _, how = rule.rpartition(".")
        said = rules().get(place), rules().get(f".{how}")
        return f"{said[0]}; {said[1]}" if all(said) else ""
    return rules().get(rule, "")
