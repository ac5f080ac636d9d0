/**
 * What sync knows beside the rows. `problems` keeps items that could not be read, once each, with the generation that met
 * them last: a complete run spares the rows they stand for. `departed` marks attendees that a complete run did not meet;
 * they are deleted much later. `changes` is the history of a person; it goes with the person. `runs` is the sync log.
 */
export const syncState = `
DROP TABLE problems;
CREATE TABLE problems (
  account_id TEXT NOT NULL, resource TEXT NOT NULL, item_id TEXT NOT NULL, reason TEXT NOT NULL, times INTEGER NOT NULL,
  first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, generation INTEGER NOT NULL,
  PRIMARY KEY (account_id, resource, item_id, reason)
) STRICT, WITHOUT ROWID;
CREATE TABLE departed (row INTEGER PRIMARY KEY, account_id TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE changes (
  no INTEGER PRIMARY KEY, attendee_id TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX changes_by_attendee ON changes (attendee_id);
CREATE TRIGGER attendees_removed AFTER DELETE ON attendees BEGIN
  DELETE FROM departed WHERE row = old.row;
  DELETE FROM changes WHERE attendee_id = old.id;
END;
CREATE TABLE runs (id TEXT PRIMARY KEY, started_at INTEGER NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX runs_by_start ON runs (started_at);
`
