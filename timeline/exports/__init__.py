"""Exports: the timeline for machines, one format a module."""
