"""Figures about the built flagship: weight, Lighthouse. `python -m tests.quality` renews them."""
