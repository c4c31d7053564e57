"""Weighing: ledger, three-valued constraints, confidence, judging. Pure, no machinery."""
