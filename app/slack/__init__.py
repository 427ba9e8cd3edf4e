"""Dateline inside Slack: listeners translate, formatting is pure, answers come from the shared core."""
