"""Tests of the check stage: from files to records and problems, and what is made from its table."""
