"""One module for each format: bytes or records in, drafts out."""

from ingest.formats.fields import article_from_fields

__all__ = ["article_from_fields"]
