CREATE TABLE terminal (
  id TEXT PRIMARY KEY, joined_at INTEGER NOT NULL, serial TEXT NOT NULL, ends_at INTEGER NOT NULL,
  revoked_at INTEGER, online INTEGER NOT NULL DEFAULT 0, epoch INTEGER NOT NULL DEFAULT 0,
  state BLOB, state_at INTEGER, head TEXT, up_to INTEGER NOT NULL DEFAULT 0);
CREATE TABLE report (
  terminal TEXT NOT NULL, seq INTEGER NOT NULL, version INTEGER NOT NULL, result TEXT NOT NULL,
  reason TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (terminal, seq));
CREATE TABLE row (
  terminal TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL, visit TEXT NOT NULL, hash TEXT NOT NULL,
  at INTEGER NOT NULL, heard_at INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (terminal, seq));
CREATE INDEX row_kind ON row (terminal, kind, seq);
