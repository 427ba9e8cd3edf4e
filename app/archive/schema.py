"""The tables of the archive, in SQLite's dialect.

``versions.row`` numbers one version of one article for good (never reused): both indexes and the outbox refer to it.
Only rows with ``newest = 1`` are searched. ``day`` is ``YYYYMMDD`` as a number, 0 when unknown.
"""

from __future__ import annotations

SCHEMA_VERSION = 1

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE versions (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    chunk_count INTEGER NOT NULL,
    day INTEGER NOT NULL,
    published_at TEXT,
    source TEXT,
    language TEXT,
    title TEXT NOT NULL,
    url TEXT,
    partial_date TEXT,
    place TEXT,
    agency TEXT,
    authors TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (article_id, version)
);
CREATE UNIQUE INDEX versions_newest ON versions (article_id) WHERE newest = 1;
CREATE INDEX versions_by_time ON versions (published_at DESC, row DESC) WHERE newest = 1;

CREATE TABLE chunks (
    row INTEGER NOT NULL REFERENCES versions (row) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (row, ordinal)
) WITHOUT ROWID;

CREATE TABLE vectors (
    row INTEGER PRIMARY KEY REFERENCES versions (row) ON DELETE CASCADE,
    fp16 BLOB NOT NULL
);

CREATE TABLE figures (
    row INTEGER NOT NULL REFERENCES versions (row) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    value REAL NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (row, ordinal)
) WITHOUT ROWID;
CREATE INDEX figures_by_value ON figures (value);

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    row INTEGER NOT NULL,
    removed TEXT
);

CREATE TABLE turns (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id TEXT NOT NULL,
    question TEXT NOT NULL,
    standalone_question TEXT NOT NULL,
    answer_id TEXT,
    asked_at TEXT NOT NULL
);
CREATE INDEX turns_by_conversation ON turns (conversation_id, seq);

CREATE TABLE feedback (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id TEXT NOT NULL,
    rating TEXT NOT NULL CHECK (rating IN ('up', 'down')),
    comment TEXT NOT NULL,
    surface TEXT NOT NULL,
    given_at TEXT NOT NULL
);

CREATE TABLE receipts (answer_id TEXT PRIMARY KEY, answer TEXT NOT NULL, saved_at TEXT NOT NULL) WITHOUT ROWID;
"""

LATER_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS watched (
        answer_id TEXT PRIMARY KEY,
        ask TEXT NOT NULL,
        row INTEGER NOT NULL,
        checked INTEGER NOT NULL,
        cites TEXT NOT NULL,
        change TEXT,
        seq INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS watched_by_checked ON watched (checked)",
    "CREATE INDEX IF NOT EXISTS watched_by_seq ON watched (seq)",
    """
    CREATE TABLE IF NOT EXISTS inbox (
        event_id TEXT PRIMARY KEY,
        body TEXT,
        reply TEXT,
        taken_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    """
    CREATE TABLE IF NOT EXISTS subscriptions (
        subscription_id INTEGER PRIMARY KEY AUTOINCREMENT,
        question TEXT NOT NULL,
        team TEXT NOT NULL,
        channel TEXT NOT NULL,
        thread_ts TEXT NOT NULL,
        answer_id TEXT NOT NULL
    )""",
    "CREATE TABLE IF NOT EXISTS workings (answer_id TEXT PRIMARY KEY, working TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS receipts_by_time ON receipts (saved_at)",
)
"""What came after version 1 of the schema without changing it; made at every opening where it is missing."""
