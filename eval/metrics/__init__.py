"""Metrics: pure functions of a case and a reply."""
