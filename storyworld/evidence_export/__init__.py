"""What of an episode leaves the house, for people who have nothing else of it.

Everything here is a pure function of an :class:`storyworld.records.account.Account`: the same
account gives the same bytes. `report` writes it for reading; `wording`, `charts`, `strips`,
`gauges`, `claims` and `chapters` are the words, the geometry and the order it is written in, of
which the pages of the web app share the first. `comparing` and `inputs` hold two accounts against
each other, `overlays` draws what was measured in both.
"""
