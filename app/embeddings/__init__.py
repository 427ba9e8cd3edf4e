"""Text to unit vectors: one protocol, the backend that is fastest and exact enough on this machine."""
