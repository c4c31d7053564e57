"""What the gate reads in a goal, and the laws a goal may contradict in its own words.

| module | holds |
|---|---|
| `tags`, `phrases`, `causes` | the vocabulary: happenings, and what may bring them about |
| `lacks`, `cursor`, `verbal`, `denials` | what a goal says there is none of |
| `text` | one goal: happenings, and the denials that speak of them |
| `motion`, `conserved`, `effects` | the contradictions, by the law |
"""
