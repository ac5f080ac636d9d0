/**
 * Attendees and everything that says who they are and why they are known. Times are integer ms; flags are 0 or 1.
 *
 * `attendees` is what a person reads; `facets` is what lists filter, sort and count by, and what every sync touches: a
 * narrow table, so that a probe is cheap and an unchanged attendee costs a few bytes. `tallies` counts facets per list,
 * reasons and neighbourhood in each order: totals, letters and positions never need a scan. New facets are counted by
 * whoever adds them, page by page; changes are counted by triggers.
 */
export const first = `
CREATE TABLE accounts (
  id TEXT PRIMARY KEY, provider TEXT, type TEXT NOT NULL, name TEXT NOT NULL, health TEXT NOT NULL,
  sources TEXT NOT NULL, products TEXT NOT NULL, owner_internal_id TEXT, owner_public_id TEXT, owner_phone TEXT,
  created_at INTEGER, gone INTEGER NOT NULL, seen_at INTEGER NOT NULL
) STRICT;
CREATE TABLE lists (no INTEGER PRIMARY KEY, account_id TEXT NOT NULL, provider TEXT NOT NULL, UNIQUE (account_id, provider)) STRICT;
CREATE TABLE attendees (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, list_no INTEGER NOT NULL, account_id TEXT NOT NULL, provider TEXT NOT NULL,
  provider_id TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, sort_title TEXT NOT NULL,
  nameless INTEGER NOT NULL, public_id TEXT, member_number TEXT, headline TEXT, location TEXT, profile_url TEXT,
  network_distance TEXT, is_self INTEGER NOT NULL, hidden INTEGER NOT NULL, phone_hidden INTEGER NOT NULL,
  contact_source TEXT, contact_evidence TEXT, first_seen_at INTEGER NOT NULL, identifiers TEXT NOT NULL
) STRICT;
CREATE INDEX attendees_by_name ON attendees (sort_title, list_no);
CREATE TABLE facets (
  row INTEGER PRIMARY KEY, list_no INTEGER NOT NULL, reasons INTEGER NOT NULL, last_activity_at INTEGER, initial TEXT NOT NULL,
  seen_at INTEGER NOT NULL, generation INTEGER, digest INTEGER NOT NULL
) STRICT;
CREATE INDEX facets_by_activity ON facets (last_activity_at, row, list_no, reasons);
CREATE TABLE keys (
  value TEXT NOT NULL, scope INTEGER NOT NULL, attendee_row INTEGER NOT NULL, PRIMARY KEY (value, scope, attendee_row)
) STRICT, WITHOUT ROWID;
CREATE TABLE tallies (
  sort INTEGER NOT NULL, list_no INTEGER NOT NULL, bucket ANY NOT NULL, reasons INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (sort, list_no, bucket, reasons)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER facets_removed AFTER DELETE ON facets BEGIN
  UPDATE tallies SET n = n - 1 WHERE sort = 0 AND list_no = old.list_no AND bucket = 0 AND reasons = old.reasons;
  UPDATE tallies SET n = n - 1 WHERE sort = 1 AND list_no = old.list_no AND bucket = old.initial AND reasons = old.reasons;
  UPDATE tallies SET n = n - 1 WHERE sort = 2 AND list_no = old.list_no
    AND bucket = coalesce(old.last_activity_at / 86400000, -1 - (old.row >> 12)) AND reasons = old.reasons;
  UPDATE tallies SET n = n - 1 WHERE sort = 3 AND list_no = old.list_no AND bucket = old.row >> 12 AND reasons = old.reasons;
END;
CREATE TRIGGER facets_changed AFTER UPDATE OF reasons, last_activity_at, initial ON facets
WHEN old.reasons <> new.reasons OR old.last_activity_at IS NOT new.last_activity_at OR old.initial <> new.initial BEGIN
  UPDATE tallies SET n = n - 1 WHERE sort = 0 AND list_no = old.list_no AND bucket = 0 AND reasons = old.reasons;
  UPDATE tallies SET n = n - 1 WHERE sort = 1 AND list_no = old.list_no AND bucket = old.initial AND reasons = old.reasons;
  UPDATE tallies SET n = n - 1 WHERE sort = 2 AND list_no = old.list_no
    AND bucket = coalesce(old.last_activity_at / 86400000, -1 - (old.row >> 12)) AND reasons = old.reasons;
  UPDATE tallies SET n = n - 1 WHERE sort = 3 AND list_no = old.list_no AND bucket = old.row >> 12 AND reasons = old.reasons;
  INSERT INTO tallies VALUES (0, new.list_no, 0, new.reasons, 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO tallies VALUES (1, new.list_no, new.initial, new.reasons, 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO tallies VALUES (2, new.list_no, coalesce(new.last_activity_at / 86400000, -1 - (new.row >> 12)), new.reasons, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO tallies VALUES (3, new.list_no, new.row >> 12, new.reasons, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TABLE chats (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL, provider TEXT NOT NULL, provider_id TEXT NOT NULL, type TEXT NOT NULL,
  name TEXT, attendee_provider_id TEXT, last_message_at INTEGER, unread_count INTEGER NOT NULL, archived INTEGER NOT NULL,
  read_only INTEGER NOT NULL, members_at INTEGER, seen_at INTEGER NOT NULL, generation INTEGER NOT NULL
) STRICT;
CREATE INDEX chats_by_person ON chats (account_id, attendee_provider_id);
CREATE TABLE members (
  chat_id TEXT NOT NULL, attendee_id TEXT NOT NULL, generation INTEGER NOT NULL, seen_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, attendee_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_attendee ON members (attendee_id);
CREATE TABLE relations (
  account_id TEXT NOT NULL, internal_id TEXT NOT NULL, provider TEXT NOT NULL, public_id TEXT, member_number TEXT,
  name TEXT NOT NULL, headline TEXT, profile_url TEXT, since INTEGER, seen_at INTEGER NOT NULL, generation INTEGER NOT NULL,
  PRIMARY KEY (account_id, internal_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX relations_by_member ON relations (account_id, member_number);
CREATE INDEX relations_by_public ON relations (public_id);
CREATE TABLE profiles (
  provider TEXT NOT NULL, internal_id TEXT NOT NULL, account_id TEXT NOT NULL, data TEXT NOT NULL, fetched_at INTEGER NOT NULL,
  PRIMARY KEY (provider, internal_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE profile_keys (
  match_key TEXT NOT NULL, provider TEXT NOT NULL, internal_id TEXT NOT NULL, account_id TEXT NOT NULL,
  PRIMARY KEY (match_key, provider, internal_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoints (
  account_id TEXT NOT NULL, resource TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (account_id, resource)
) STRICT, WITHOUT ROWID;
CREATE TABLE problems (account_id TEXT NOT NULL, resource TEXT NOT NULL, item_id TEXT, reason TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE lookups (
  account_id TEXT NOT NULL, day TEXT NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (account_id, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (text, content='', contentless_delete=1, detail='none', prefix='1 2 3 4 6', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE fragments USING fts5 (text, content='', contentless_delete=1, detail='none', tokenize='trigram');
INSERT INTO words (words, rank) VALUES ('automerge', 16);
INSERT INTO fragments (fragments, rank) VALUES ('automerge', 16);
`
