"""Models that can be asked: language models, some of which see pictures.

=============  =============================================  ==========  =====================
model          what                                           cost        needs
=============  =============================================  ==========  =====================
gemini         a Gemini model, by Google's SDK                per token   GEMINI_API_KEY
ollama         a model of one's own, by an Ollama server      nothing     an Ollama server
compatible     any model behind an OpenAI-compatible server   as it may   such a server
gemini_legacy  a Gemini model, by the SDK that Google ended   per token   the same, and an extra
=============  =============================================  ==========  =====================

What goes there and back, and why nothing came back, is said once for all of them in
:mod:`storyworld.models.asking`. Planners ask them for plans and observers for what a film shows;
none of them ever hears what answer is hoped for.
"""
