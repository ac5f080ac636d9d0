/**
 * Identity over time. `earlier_ids` leads from a postpress ID that a person had before to the row that they have now.
 * `succeeded_by` names the account that an account became when it was connected again.
 */
export const identity = `
CREATE TABLE earlier_ids (id TEXT PRIMARY KEY, row INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX earlier_ids_by_row ON earlier_ids (row);
CREATE TRIGGER attendees_removed_with_ids AFTER DELETE ON attendees BEGIN
  DELETE FROM earlier_ids WHERE row = old.row;
END;
ALTER TABLE accounts ADD COLUMN succeeded_by TEXT;
ALTER TABLE accounts ADD COLUMN succeeded_at INTEGER;
`
