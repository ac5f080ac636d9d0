/**
 * Who follows an account and whom it follows, as far as its provider lists them, and its own profile. `seen_at` and
 * `fetched_at` are ms.
 */
export const follows = `
CREATE TABLE follows (
  account_id TEXT NOT NULL, direction TEXT NOT NULL, internal_id TEXT NOT NULL, provider TEXT NOT NULL, public_id TEXT,
  member_number TEXT, name TEXT NOT NULL, headline TEXT, profile_url TEXT, seen_at INTEGER NOT NULL, generation INTEGER NOT NULL,
  PRIMARY KEY (account_id, internal_id, direction)
) STRICT, WITHOUT ROWID;
CREATE INDEX follows_by_public ON follows (account_id, public_id);
CREATE INDEX follows_by_member ON follows (account_id, member_number);
CREATE TABLE owners (
  account_id TEXT PRIMARY KEY, internal_id TEXT NOT NULL, public_id TEXT, phone TEXT, name TEXT NOT NULL, data TEXT NOT NULL,
  fetched_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
