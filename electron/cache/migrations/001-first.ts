/** Attendees and everything that says who they are and why they are known. Times are integer ms; flags are 0 or 1. */
export const first = `
CREATE TABLE accounts (
  id TEXT PRIMARY KEY, provider TEXT, type TEXT NOT NULL, name TEXT NOT NULL, health TEXT NOT NULL,
  sources TEXT NOT NULL, products TEXT NOT NULL, owner_internal_id TEXT, owner_public_id TEXT, owner_phone TEXT,
  created_at INTEGER, gone INTEGER NOT NULL, seen_at INTEGER NOT NULL
) STRICT;
CREATE TABLE attendees (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, account_id TEXT NOT NULL, provider TEXT NOT NULL,
  provider_id TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, sort_title TEXT NOT NULL,
  nameless INTEGER NOT NULL, public_id TEXT, member_number TEXT, headline TEXT, location TEXT, profile_url TEXT,
  network_distance TEXT, is_self INTEGER NOT NULL, hidden INTEGER NOT NULL, phone_hidden INTEGER NOT NULL,
  contact_source TEXT, contact_evidence TEXT, reasons INTEGER NOT NULL DEFAULT 0, last_activity_at INTEGER,
  first_seen_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, generation INTEGER
) STRICT;
CREATE INDEX attendees_by_name ON attendees (nameless, sort_title, row);
CREATE INDEX attendees_by_provider_name ON attendees (provider, nameless, sort_title, row);
CREATE INDEX attendees_by_account ON attendees (account_id, nameless, sort_title, row);
CREATE INDEX attendees_by_title ON attendees (sort_title);
CREATE TABLE identifiers (
  attendee_row INTEGER NOT NULL REFERENCES attendees (row) ON DELETE CASCADE, kind TEXT NOT NULL, value TEXT NOT NULL,
  display TEXT NOT NULL, product TEXT NOT NULL, source TEXT NOT NULL, seen_at INTEGER NOT NULL, match_key TEXT NOT NULL,
  PRIMARY KEY (attendee_row, kind, product, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifiers_by_key ON identifiers (match_key);
CREATE INDEX identifiers_by_value ON identifiers (value);
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
CREATE VIRTUAL TABLE words USING fts5 (text, content='', contentless_delete=1, detail='column', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE fragments USING fts5 (text, content='', contentless_delete=1, detail='none', tokenize='trigram');
`
