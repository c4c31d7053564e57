"""Webhooks, the outward part: what is signed, where it may go, and how it is sent.

===========  ==================================================================
module       holds
===========  ==================================================================
signing      secrets and signatures, by the Standard Webhooks scheme
addresses    which URLs and which IP addresses may be told anything
sending      one try: resolved, checked, pinned, posted
pinning      the connection that goes to the checked address and to no other
retrying     when the next try is
===========  ==================================================================

Knows no archive: who is told what is in :mod:`storyworld.archive.deliveries`.
"""
