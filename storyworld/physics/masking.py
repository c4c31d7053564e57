"""Reading a text without some of its words: those that speak of something else."""

from collections.abc import Iterable

from storyworld.reading.words import Words


def without(words: Words, phrases: Iterable[str]) -> Words:
    """Give the words of a text in which a comma stands for each occurrence of the phrases.

    The 'no' of 'with no mass loss lifts off' denies the loss, and not that it lifts off.
    """
    spans = sorted(
        (words.tokens[place].start, words.tokens[place + len(phrase.split()) - 1].end)
        for phrase in words.candidates(phrases)
        for place in words.places(phrase)
    )
    if not spans:
        return words
    kept: list[str] = []
    at = 0
    for start, end in spans:
        if start >= at:
            kept += [words.text[at:start], ", "]
        at = max(at, end)
    # What was misspelt is read as meant once more.
    meant = frozenset(words.tokens[place].text for place in words.corrected)
    return Words.of("".join([*kept, words.text[at:]]), meant or None)
