"""Denials that sweep over a whole sentence: 'none of the kegs on the cart slides'.

Some of them are put here in the words in which all denials are read, so that they are understood
however far off the verb is. A denial that nothing said to happen takes up must not be dropped:
the nouns of a problem ('no van with a track of 2 m ...') do not take it up.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import ClassVar, Final

from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.family import Interpretation
from storyworld.physics.masking import without
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

_NONE_OF: Final = re.compile(
    r"\b(?:none|not (?:a single )?one|not any) of (?:the|these|those|its|his|her|our|their|my)\b"
    r"|\bnot (?:a single|even one)\b"
    r"|(?:^|(?<=[.!?;:] ))not even (?:an?|the)\b"
    r"|(?:^|(?<=[.!?;:] ))never (?:does|do|will|would|can|could|should|must|may) (?:an?|the)\b",
    re.IGNORECASE,
)
_IMPOSSIBLE: Final = re.compile(
    r"(?<!not )(?<!n't )\b(?:impossible|not possible|not able) for\b"
    r"|\b(?:can't|cannot|can not|couldn't) be (?:true )?that\b"
    r"|\b(?:not|isn't|wasn't) (?:true|the case|correct|right|so) that\b"
    r"|\b(?:no|without|without any|not in|isn't in|aren't in|not at|isn't at|aren't at) "
    r"(?:danger|risk|fear|likelihood|possibility|prospect|chance|threat) (?:of|that)\b"
    r"|\bisn't possible for\b|\bimpossible that\b"
    r"|\b(?:not|mustn't|shouldn't|can't|cannot|won't|never) (?:happens?|occurs?) that\b",
    re.IGNORECASE,
)
_AT_NO: Final = (
    r"\b(?:at no (?:point|time|stage|moment|instant|speed)|under no (?:circumstances?|conditions?)|"
    r"on no account|in no case)\b"
)
_WRONG: Final = (
    r"\b(?:wrong|incorrect|false|untrue|a mistake|mistaken|a lie) to "
    r"(?:say|claim|think|state|believe|assume|suppose|expect) that\b"
)
_SAID: Final = re.compile(f"{_AT_NO}|{_WRONG}", re.IGNORECASE)
_CLAIM: Final = re.compile(
    r"\b(the (?:claim|statement|assertion|idea|assumption|view|belief) that)\b"
    r"([^.!?]*(?:\.\d[^.!?]*)*?)"
    r"(\b(?:is|are|was) (?:false|wrong|untrue|incorrect|not true|not correct|mistaken|nonsense)\b)",
    re.IGNORECASE,
)
_NEITHER: Final = re.compile(
    r"(?:^|(?<=[.!?;:] ))(neither)\b([^.!?,]{2,40})\b(nor)\b(?! (?:to|does|do|is|will)\b)",
    re.IGNORECASE,
)
# 'No van with a track of 2 m and a centre of gravity at 1 m': this 'and' begins no other clause.
_LISTED: Final = re.compile(
    r"\band(?= (?:a|an|the|its|his|her|their|with|at|of|on|in|whose|mu|friction|speed|radius|"
    r"track|grip|coefficient|centre|center|spaced|placed|set|shifted|put|pushed|each|every|tall|"
    r"cg|CG|v|r|h|wide|stacked|moved|displaced|standing|stood)\b)"
)
_SWEPT: Final = re.compile(
    r"(?:^|(?<=[.!?;:] ))No [^.!?;:]*(?:\.\d[^.!?;:]*)*"
    r"|false that\b[^.!?;:]*(?:\.\d[^.!?;:]*)*"
)

# Words of other problems where they only set a scene: neither loads nor vehicles sail or float.
_SCENERY: Final = vocabulary(
    "in spring, in the spring, spring morning, spring day, this spring, last spring, next spring, "
    "early spring, late spring, paper, leaf, feather, feathers, balloon, balloons, umbrella, kite, "
    "wing of the, sailing boat, paper mill, magnet factory, oil painting, water heater"
)


def _padded(said: str) -> Callable[[re.Match[str]], str]:
    """Replace by as many characters, so that every other word keeps its place."""
    return lambda found: said.ljust(len(found[0]))


@lru_cache(maxsize=64)
def plainly_denied(words: Words) -> Words:
    """Give the words with 'no ...' for 'none of the ...' and 'false that' for 'impossible for'."""
    text = _IMPOSSIBLE.sub(_padded("false that"), _NONE_OF.sub(_padded("No thing"), words.text))
    text = _SAID.sub(_padded("false that"), text)
    text = _CLAIM.sub(lambda f: "false that".ljust(len(f[1])) + f[2] + " " * len(f[3]), text)
    text = _NEITHER.sub(lambda f: "No".ljust(len(f[1])) + f[2] + "wth", text)
    text = _SWEPT.sub(lambda sentence: _LISTED.sub("wth", sentence[0]), text)
    if text == words.text:
        return words
    meant = frozenset(words.tokens[place].text for place in words.corrected)
    return Words.of(text, meant or None)


class Sweeping(ClosedForm):
    """A closed-form family in which only what is said to happen takes up a denial.

    Attributes
    ----------
    deniable
        Nouns that a goal may deny besides the verbs: 'no rollover'.
    """

    deniable: ClassVar[tuple[str, ...]] = ()

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`; what only sets the scene is left out."""
        return super().affinity(without(words, _SCENERY), units)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        return super().interpret(plainly_denied(words), given)

    def _heard(self) -> Iterator[str]:
        for wish in self.wishes:
            yield from (*wish.said, *wish.weak)
        yield from self.deniable
