"""The vocabulary: frozen pydantic models, one schema for API, messages, model replies, archive.

==============  ==============================================================
module          holds
==============  ==============================================================
frozen          what every record is: frozen, closed, finite, canonical JSON
identity        identifiers, the keys of an attempt and of a step, the stages
quantity        value + unit + uncertainty, time series
goal            goal, intent, parameters
scenario        scenario, shot, questions, prediction, beat, plan, veto
render          request, upload grant, artifact, report
observation     what one observer says of one artifact
evidence        evidence, abstention, ledger
constraint      constraint and finding
verdict         judgement, confidence, conflict, outcome
clip            a film of anybody's held against a goal: asked, judged, refused
calibration     what people say films show, how right observers were by it
world           facts, nodes, transitions, commitment
episode         an episode's states and what is shown of it
provenance      agents, failures, provenance entries
==============  ==============================================================
"""
