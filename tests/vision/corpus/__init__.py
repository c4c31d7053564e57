"""A set of films with known truth, made from seeds, and how the measuring observer fares on it.

    plots ─▶ looks ─▶ pictures ─▶ H.264 ─▶ decode ─▶ observer ─▶ scoring
    what happens      how it is filmed                           against the truth

``python -m tests.vision.corpus.scoring`` prints the tables of docs/measured.md. Films and truth
are written from physics; nothing here looks at how the observer finds what it finds.
"""
