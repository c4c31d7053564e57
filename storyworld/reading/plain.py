"""Denials of a whole sentence, put in the words in which they are read: 'none of the kegs slides'.

'None of the', 'no danger of', 'wrong to say that', 'the claim that ... is false' and the like all
say one thing. They are replaced by as many characters, so that every other word keeps
its place in the text.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from storyworld.reading.words import Words

_NONE_OF: Final = re.compile(
    r"\b(?:none|not (?:a single )?one|not any) of (?:the|these|those|its|his|her|our|their|my)\b"
    r"|\bnot (?:a single|even one)\b"
    r"|(?:^|(?<=[.!?;:] ))not even (?:an?|the)\b"
    r"|(?:^|(?<=[.!?;:] ))never (?:does|do|will|would|can|could|should|must|may) (?:an?|the)\b",
    re.IGNORECASE,
)
_UNLIKELY: Final = re.compile(
    r"\b(?:no|without|without any|not in|isn't in|aren't in|not at|isn't at|aren't at) "
    r"(?:danger|risk|fear|likelihood|possibility|prospect|chance|threat) (?:of|that)\b"
    r"|\b(?:not|mustn't|shouldn't|can't|cannot|won't|never) (?:happens?|occurs?) that\b",
    re.IGNORECASE,
)
# How a picture is taken says nothing of what is shot in it.
_SHOTS: Final = re.compile(
    r"\b(wide|long|medium|close|tracking|establishing|aerial|opening|final|static|low|slow) shot\b",
    re.IGNORECASE,
)
_WRONG: Final = re.compile(
    r"\b(?:wrong|incorrect|false|untrue|a mistake|mistaken|a lie) to "
    r"(?:say|claim|think|state|believe|assume|suppose|expect) that\b",
    re.IGNORECASE,
)
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
    r"\band(?= (?:a(?! (?:half|quarter|third|fifth|tenth))|an|the|its|his|her|their|with|at|of|on|"
    r"in|whose|mu|friction|speed|radius|track|grip|coefficient|centre|center|spaced|placed|set|shifted|put|pushed|each|every|tall|"
    r"cg|CG|v|r|h|wide|stacked|moved|displaced|standing|stood)\b)"
)
_SWEPT: Final = re.compile(
    r"(?:^|(?<=[.!?;:] ))No [^.!?;:]*(?:\.\d[^.!?;:]*)*"
    r"|false that\b[^.!?;:]*(?:\.\d[^.!?;:]*)*"
)


def _padded(said: str) -> Callable[[re.Match[str]], str]:
    """Replace by as many characters, so that every other word keeps its place."""
    return lambda found: said.ljust(len(found[0]))


@lru_cache(maxsize=64)
def plainly_denied(words: Words) -> Words:
    """Give the words with 'no ...' for 'none of the ...' and 'false that' for 'impossible for'."""
    text = _UNLIKELY.sub(_padded("false that"), _NONE_OF.sub(_padded("No thing"), words.text))
    text = _SHOTS.sub(lambda f: f"{f[1]} view", text)
    text = _WRONG.sub(_padded("false that"), text)
    text = _CLAIM.sub(lambda f: "false that".ljust(len(f[1])) + f[2] + " " * len(f[3]), text)
    text = _NEITHER.sub(lambda f: "No".ljust(len(f[1])) + f[2] + "wth", text)
    text = _SWEPT.sub(lambda sentence: _LISTED.sub("wth", sentence[0]), text)
    if text == words.text:
        return words
    meant = frozenset(words.tokens[place].text for place in words.corrected)
    return Words.of(text, meant or None)
