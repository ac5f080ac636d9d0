/**
 * Answers as received, kept only while the workspace opted in (fact `keeps-raw`). `owner` is the attendee's row, or account
 * and internal id of a relation, or account, provider and internal id of a looked-up profile. They go with what they are
 * about. `received_at` is ms.
 */
export const raw = `
CREATE TABLE raw (
  source TEXT NOT NULL, owner TEXT NOT NULL, data TEXT NOT NULL, received_at INTEGER NOT NULL, PRIMARY KEY (source, owner)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER raw_goes_with_attendee AFTER DELETE ON attendees BEGIN
  DELETE FROM raw WHERE source = 'attendee' AND owner = CAST(old.row AS TEXT);
END;
CREATE TRIGGER raw_goes_with_relation AFTER DELETE ON relations BEGIN
  DELETE FROM raw WHERE source = 'relation' AND owner = old.account_id || ' ' || old.internal_id;
END;
CREATE TRIGGER raw_goes_with_profile AFTER DELETE ON profiles BEGIN
  DELETE FROM raw WHERE source = 'profile' AND owner = old.account_id || ' ' || old.provider || ' ' || old.internal_id;
END;
`
