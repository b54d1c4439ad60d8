"""The test suite, and in `__main__` the command that runs all of it."""
