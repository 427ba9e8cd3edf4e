"""Every statement the archive runs on the tables of ``app.archive.schema``, in SQLite's dialect."""

# ruff: noqa: S608 - only the constants of this module are put together; values are always bound

from __future__ import annotations

TABLE_NAMES = "SELECT name FROM sqlite_master WHERE type = 'table'"
GET_META = "SELECT value FROM meta WHERE name = ?"
SET_META = "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"

_ARTICLE = """v.article_id, v.text, v.title, v.source, v.url, v.published_at, v.partial_date, v.place, v.agency,
    v.authors, v.language, v.version"""
_ENTRY = "v.row, v.article_id, v.version, v.day, v.source, v.language, v.chunk_count"

NEWEST_ENTRIES = f"SELECT {_ENTRY} FROM versions v WHERE v.newest = 1"
NEWEST_OF_ARTICLE = "SELECT row, version, content_hash FROM versions WHERE article_id = ? AND newest = 1"
INSERT_VERSION = """
    INSERT INTO versions (article_id, version, newest, content_hash, chunk_count, day, published_at, source, language,
        title, url, partial_date, place, agency, authors, text)
    VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
SUPERSEDE = "UPDATE versions SET newest = 0 WHERE row = ?"
INSERT_CHUNK = "INSERT INTO chunks (row, ordinal, start, stop) VALUES (?, ?, ?, ?)"
INSERT_VECTORS = "INSERT INTO vectors (row, fp16) VALUES (?, ?)"
DELETE_CHUNKS = "DELETE FROM chunks WHERE row = ?"
DROP_SUPERSEDED = (
    "DELETE FROM chunks WHERE row IN (SELECT row FROM versions WHERE newest = 0)",
    "DELETE FROM vectors WHERE row IN (SELECT row FROM versions WHERE newest = 0)",
    "UPDATE versions SET chunk_count = 0 WHERE newest = 0",
)
DELETE_VECTORS = "DELETE FROM vectors WHERE row = ?"
SET_CHUNK_COUNT = "UPDATE versions SET chunk_count = ? WHERE row = ?"
INSERT_FIGURE = "INSERT INTO figures (row, ordinal, value, record) VALUES (?, ?, ?, ?)"
DELETE_FIGURES = "DELETE FROM figures WHERE row = ?"
VERSION_ROWS = "SELECT row FROM versions ORDER BY row"
DELETE_ARTICLE = "DELETE FROM versions WHERE article_id = ?"
NEWEST_ARTICLE = f"SELECT {_ARTICLE} FROM versions v WHERE v.article_id = ? AND v.newest = 1"
ARTICLE_VERSION = f"SELECT {_ARTICLE} FROM versions v WHERE v.article_id = ? AND v.version = ?"
ARTICLES_BY_ROW = f"SELECT v.row, {_ARTICLE} FROM versions v WHERE v.row IN (SELECT value FROM json_each(?))"
ARTICLES_NEWEST_FIRST = f"""
    SELECT {_ARTICLE} FROM versions v WHERE v.newest = 1
    ORDER BY v.published_at DESC, v.row DESC LIMIT ? OFFSET ?"""
ARTICLES_OF_ROWS_NEWEST_FIRST = f"""
    SELECT {_ARTICLE} FROM versions v WHERE v.newest = 1 AND v.row IN (SELECT value FROM json_each(?))
    ORDER BY v.published_at DESC, v.row DESC LIMIT ? OFFSET ?"""
ARTICLES_BY_VERSION = f"""
    SELECT {_ARTICLE} FROM versions v
    JOIN json_each(?) w ON v.article_id = w.value ->> 0 AND v.version = w.value ->> 1"""
COUNT_BY_SOURCE = "SELECT source, count(*) FROM versions WHERE newest = 1 GROUP BY source ORDER BY 2 DESC, source"
COUNT_BY_MONTH = """
    SELECT substr(published_at, 1, 7) AS month, count(*) FROM versions WHERE newest = 1 GROUP BY month ORDER BY month"""

CHUNKS_OF_ROWS = """
    SELECT row, start, stop FROM chunks WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row, ordinal"""
VECTORS_OF_ROWS = "SELECT row, fp16 FROM vectors WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row"
VECTORS_OF_CHUNKS = """
    SELECT v.article_id, v.version, c.start, c.stop, substr(x.fp16, 1 + c.ordinal * length(x.fp16) / v.chunk_count,
        length(x.fp16) / v.chunk_count)
    FROM json_each(?) w
    JOIN versions v ON v.article_id = w.value ->> 0 AND v.version = w.value ->> 1
    JOIN chunks c ON c.row = v.row AND c.start = w.value ->> 2 AND c.stop = w.value ->> 3
    JOIN vectors x ON x.row = v.row"""

PUSH_OUTBOX = "INSERT INTO outbox (row, removed) VALUES (?, ?)"
READ_OUTBOX = """
    SELECT o.seq, o.row, o.removed, coalesce(v.chunk_count, 0)
    FROM outbox o LEFT JOIN versions v ON v.row = o.row ORDER BY o.seq LIMIT ?"""
CLEAR_OUTBOX = "DELETE FROM outbox WHERE seq <= ?"
NEWEST_ROWS = "SELECT row FROM versions WHERE newest = 1 ORDER BY row"

COUNTS = """
    SELECT (SELECT count(*) FROM versions WHERE newest = 1), (SELECT count(*) FROM versions),
        (SELECT coalesce(sum(chunk_count), 0) FROM versions WHERE newest = 1), (SELECT count(*) FROM outbox),
        (SELECT min(published_at) FROM versions WHERE newest = 1 AND published_at IS NOT NULL),
        (SELECT max(published_at) FROM versions WHERE newest = 1)"""

FIGURES_OF_VERSIONS = """
    SELECT v.version, f.record FROM json_each(?) w
    JOIN versions v ON v.article_id = w.value ->> 0 AND v.version = w.value ->> 1
    JOIN figures f ON f.row = v.row ORDER BY w.key, f.ordinal"""

APPEND_TURN = """
    INSERT INTO turns (conversation_id, question, standalone_question, answer_id, asked_at) VALUES (?, ?, ?, ?, ?)"""
LAST_TURNS = """
    SELECT question, standalone_question, answer_id, asked_at FROM turns
    WHERE conversation_id = ? ORDER BY seq DESC LIMIT ?"""
ADD_FEEDBACK = "INSERT INTO feedback (answer_id, rating, comment, surface, given_at) VALUES (?, ?, ?, ?, ?)"
LIST_FEEDBACK = "SELECT answer_id, rating, comment, surface, given_at FROM feedback ORDER BY seq"
SAVE_RECEIPT = """
    INSERT INTO receipts (answer_id, answer, saved_at) VALUES (?, ?, ?)
    ON CONFLICT (answer_id) DO UPDATE SET answer = excluded.answer, saved_at = excluded.saved_at"""
GET_RECEIPT = "SELECT answer FROM receipts WHERE answer_id = ?"
EXPIRED = """
    SELECT answer_id FROM receipts
    WHERE saved_at < ? AND answer_id NOT IN (SELECT answer_id FROM subscriptions)"""
FORGET_ANSWERS = (
    *(
        f"DELETE FROM {table} WHERE answer_id IN (SELECT value FROM json_each(?))"
        for table in ("turns", "feedback", "workings", "receipts")
    ),
    # The emptied row stays: the greatest seq is the cursor that readers of changes hold.
    "UPDATE watched SET ask = '', cites = '[]', change = NULL WHERE answer_id IN (SELECT value FROM json_each(?))",
)
LATEST_RECEIPTS = "SELECT answer FROM receipts ORDER BY saved_at DESC, answer_id LIMIT ?"

WATCH = """
    INSERT INTO watched (answer_id, ask, row, checked, cites) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (answer_id) DO NOTHING"""
WATCHED_DUE = """
    SELECT answer_id, ask, row, checked, EXISTS (
        SELECT 1 FROM json_each(cites) c WHERE NOT EXISTS (
            SELECT 1 FROM versions v
            WHERE v.article_id = c.value ->> 0 AND v.version = c.value ->> 1 AND v.newest = 1)) AS lost
    FROM watched WHERE ask <> '' AND (checked < ? OR lost) ORDER BY row"""
READ_UP_TO = "UPDATE watched SET checked = ? WHERE answer_id = ?"
SETTLE_WATCHED = """
    UPDATE watched SET change = ?1, cites = ?2, seq = CASE
        WHEN change ->> '$.kind' IS ?1 ->> '$.kind'
            AND change ->> '$.after.figure.value' IS ?1 ->> '$.after.figure.value'
            AND change ->> '$.after.figure.high' IS ?1 ->> '$.after.figure.high'
        THEN seq ELSE (SELECT max(seq) + 1 FROM watched) END
    WHERE answer_id = ?3 AND ask <> ''"""
NEWEST_CHANGE = "SELECT coalesce(max(seq), 0) FROM watched"
CHANGES_SINCE = "SELECT change FROM watched WHERE seq > ? AND seq <= ? AND change IS NOT NULL ORDER BY seq"

TAKE_IN = "INSERT INTO inbox (event_id, body, taken_at) VALUES (?, ?, ?) ON CONFLICT (event_id) DO NOTHING"
NOTE_REPLY = "UPDATE inbox SET reply = ? WHERE event_id = ?"
FINISH = "UPDATE inbox SET body = NULL WHERE event_id = ?"
UNFINISHED = "SELECT event_id, body, reply FROM inbox WHERE body IS NOT NULL ORDER BY taken_at, event_id"
FORGET_TAKEN = "DELETE FROM inbox WHERE body IS NULL AND taken_at < ?"

SUBSCRIBE = "INSERT INTO subscriptions (question, team, channel, thread_ts, answer_id) VALUES (?, ?, ?, ?, ?)"
SUBSCRIPTIONS = """
    SELECT subscription_id, question, team, channel, thread_ts, answer_id FROM subscriptions ORDER BY subscription_id"""
RENEW_SUBSCRIPTION = "UPDATE subscriptions SET answer_id = ? WHERE subscription_id = ?"
UNSUBSCRIBE = "DELETE FROM subscriptions WHERE subscription_id = ?"
SAVE_WORKING = """
    INSERT INTO workings (answer_id, working) VALUES (?, ?)
    ON CONFLICT (answer_id) DO UPDATE SET working = excluded.working"""
GET_WORKING = "SELECT working FROM workings WHERE answer_id = ?"
