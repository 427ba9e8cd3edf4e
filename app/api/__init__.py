"""HTTP: routes that only translate between the wire and ``Dateline``."""
