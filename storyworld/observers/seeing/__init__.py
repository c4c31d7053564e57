"""Observers that ask a vision model, whichever model it is.

==========  ==========================================================================
module      does
==========  ==========================================================================
observer    asks: what is seen, then the checks in several samples; keeps every try
pictures    what a model is shown: labelled frames, or one sheet of a few
prompting   what it is told, and the schema of its replies
replies     reading a reply field by field: what is hostile or malformed is dropped
deriving    evidence, violations and verdict of the replies: code decides, no model
==========  ==========================================================================

A vision model is never told the goal. It describes the film before it is asked anything of it;
each check is put as a statement and as its antonym, in shuffled order, so that a model which
agrees with everything is found out; its confidence in itself is not asked for.
"""
