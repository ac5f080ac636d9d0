/**
 * What people made: it cannot be fetched again. Times are integer ms. `person` is JSON: who it was when it was written down.
 *
 * `removed_at` marks what can still be brought back; it is deleted for good when the notebook opens next. Every table has
 * a rowid, so that a damaged file can be read from both ends. The audit log only grows: triggers refuse everything else.
 */
export const first = `
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE cases (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, ticket TEXT NOT NULL, notes TEXT NOT NULL,
  created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, closed_at INTEGER, removed_at INTEGER
) STRICT;
CREATE TABLE pins (
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, person_key TEXT NOT NULL, note TEXT NOT NULL,
  person TEXT NOT NULL, pinned_at INTEGER NOT NULL, removed_at INTEGER, PRIMARY KEY (case_id, person_key)
) STRICT;
CREATE INDEX pins_by_person ON pins (person_key);
CREATE TABLE links (
  one TEXT NOT NULL, other TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected')),
  evidence TEXT NOT NULL, decided_at INTEGER NOT NULL, PRIMARY KEY (one, other), CHECK (one < other)
) STRICT;
CREATE INDEX links_by_other ON links (other);
CREATE TABLE audit (
  no INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, no);
CREATE TRIGGER audit_kept_as_written BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE no = new.no) BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
`
