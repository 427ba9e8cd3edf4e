"""From a question to ranked passages: analysis, hybrid search, fusion, near-duplicates, focus."""
