"""The queue of record and the memory: SQLAlchemy on SQLite or PostgreSQL.

===========  ==================================================================
module       holds
===========  ==================================================================
columns      records as JSON text, UTC instants
tables       the schema, with the invariants that a schema can keep
triggers     the invariants that need a trigger
engine       opening, transactions that lose no update, migrations
statements   what runs statements built once: compare-and-swap, insert, select
steps        claim, finish, release, bury: the life of a step row
runs         the state of an episode while it runs, and its one end
episodes     create, list, result, terminate
attempts     plan and attempts, render requests, artifacts, observations, judgements
labels       what people say films show
calibration  how observers fare against it
memory       what stood against earlier goals
keys         the keys by which owners are known
owning       whose an episode or a world is
breakers     who is of no use to ask for a while
purchases    films that are bought, and what is left of a budget
retention    films that are kept, those that need not be, and when they were deleted
expiring     deletes them
world        worlds, nodes, branches, transitions
pairs        two episodes to be held against each other
provenance   who did what
events       the feed of live pages
webhooks     who is told what, and the secrets that is signed with
outbox       what happened, written down for whoever is told of it
deliveries   how it goes out: claimed, tried, put off, done
workers      which processes were seen
broker_days  how many commands the broker was given
diagnostics  what the archive tells operators
===========  ==================================================================
"""
