package io.zizhu.central.store;

import java.util.List;

/** The tables, each created when missing; columns ending in {@code _at} are milliseconds since 1970. */
final class Tables {
    static final List<String> ALL = List.of(
            """
            CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS terminal (
              id TEXT PRIMARY KEY, joined_at INTEGER NOT NULL, serial TEXT NOT NULL, ends_at INTEGER NOT NULL,
              revoked_at INTEGER, online INTEGER NOT NULL DEFAULT 0, epoch INTEGER NOT NULL DEFAULT 0,
              state BLOB, state_at INTEGER)""",
            """
            CREATE TABLE IF NOT EXISTS join_code (
              digest TEXT PRIMARY KEY, made_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, used_by TEXT)""",
            """
            CREATE TABLE IF NOT EXISTS account (
              name TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL, rounds INTEGER NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS account_role (
              name TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (name, role)) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS section (
              name TEXT PRIMARY KEY, schema TEXT NOT NULL, bytes BLOB NOT NULL, version INTEGER NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS draft (
              id INTEGER PRIMARY KEY AUTOINCREMENT, section TEXT NOT NULL, bytes BLOB NOT NULL, base INTEGER NOT NULL,
              author TEXT NOT NULL, made_at INTEGER NOT NULL, state TEXT NOT NULL, decider TEXT, decided_at INTEGER,
              bundle INTEGER, changes BLOB NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS bundle (
              version INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL, made_at INTEGER NOT NULL,
              ring TEXT NOT NULL, first TEXT)""",
            """
            CREATE TABLE IF NOT EXISTS report (
              terminal TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, version INTEGER NOT NULL,
              result TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (terminal, epoch, seq))""",
            """
            CREATE TABLE IF NOT EXISTS row (
              terminal TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL,
              visit TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL, heard_at INTEGER NOT NULL, body BLOB NOT NULL,
              PRIMARY KEY (terminal, epoch, seq))""",
            """
            CREATE INDEX IF NOT EXISTS row_at ON row (terminal, at)""",
            """
            CREATE INDEX IF NOT EXISTS row_visit ON row (visit)""",
            """
            CREATE TABLE IF NOT EXISTS chain (
              terminal TEXT NOT NULL, epoch INTEGER NOT NULL, first TEXT NOT NULL, up_to INTEGER NOT NULL,
              head TEXT NOT NULL, since_at INTEGER NOT NULL, heard_at INTEGER NOT NULL,
              PRIMARY KEY (terminal, epoch))""",
            """
            CREATE TABLE IF NOT EXISTS mention (
              word TEXT NOT NULL, value TEXT NOT NULL, terminal TEXT NOT NULL, epoch INTEGER NOT NULL,
              seq INTEGER NOT NULL, PRIMARY KEY (word, value, terminal, epoch, seq)) WITHOUT ROWID""",
            """
            CREATE INDEX IF NOT EXISTS mention_row ON mention (terminal, epoch, seq)""",
            """
            CREATE TABLE IF NOT EXISTS head_key (
              terminal TEXT NOT NULL, epoch INTEGER NOT NULL, key BLOB NOT NULL, heard_at INTEGER NOT NULL,
              PRIMARY KEY (terminal, epoch))""",
            """
            CREATE TABLE IF NOT EXISTS site (terminal TEXT PRIMARY KEY, name TEXT NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS finding (
              id INTEGER PRIMARY KEY AUTOINCREMENT, terminal TEXT NOT NULL, day TEXT NOT NULL, ref TEXT NOT NULL,
              verdict TEXT NOT NULL, fen INTEGER NOT NULL, detail TEXT NOT NULL, found_at INTEGER NOT NULL,
              state TEXT NOT NULL, taker TEXT NOT NULL, remark TEXT NOT NULL, decided_at INTEGER,
              second TEXT NOT NULL, second_at INTEGER, UNIQUE (terminal, day, ref, verdict))""",
            """
            CREATE TABLE IF NOT EXISTS alarm (
              terminal TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL, at INTEGER NOT NULL,
              PRIMARY KEY (terminal, kind, detail))""",
            """
            CREATE TABLE IF NOT EXISTS matter (
              number TEXT PRIMARY KEY, terminal TEXT NOT NULL, case_key TEXT NOT NULL, item TEXT NOT NULL,
              asked TEXT NOT NULL, state TEXT NOT NULL, person TEXT NOT NULL, fee INTEGER NOT NULL, code TEXT,
              certificate TEXT UNIQUE, receipt TEXT, request BLOB NOT NULL, answer BLOB NOT NULL,
              made_at INTEGER NOT NULL, UNIQUE (terminal, case_key))""",
            """
            CREATE INDEX IF NOT EXISTS matter_code ON matter (code)""",
            """
            CREATE TABLE IF NOT EXISTS step (
              number TEXT NOT NULL, at INTEGER NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL)""",
            """
            CREATE INDEX IF NOT EXISTS step_number ON step (number)""",
            """
            CREATE TABLE IF NOT EXISTS settlement (
              row TEXT PRIMARY KEY, number TEXT NOT NULL, kind TEXT NOT NULL, found TEXT NOT NULL, badge TEXT NOT NULL,
              second TEXT NOT NULL, remark TEXT NOT NULL, at INTEGER NOT NULL)""",
            """
            CREATE INDEX IF NOT EXISTS settlement_number ON settlement (number)""",
            """
            CREATE TABLE IF NOT EXISTS pay_order (
              number TEXT PRIMARY KEY, terminal TEXT NOT NULL, fen INTEGER NOT NULL, way TEXT NOT NULL,
              state TEXT NOT NULL, code TEXT NOT NULL, trade TEXT NOT NULL, reason TEXT NOT NULL,
              until_at INTEGER NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS training_trade (
              number TEXT PRIMARY KEY, fen INTEGER NOT NULL, state TEXT NOT NULL, token TEXT NOT NULL UNIQUE,
              trade TEXT NOT NULL, until_at INTEGER NOT NULL)""");

    private Tables() {}
}
