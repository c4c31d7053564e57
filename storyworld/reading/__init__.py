"""Text to intent: words, quantities with units, the gate, the choice of a family."""
