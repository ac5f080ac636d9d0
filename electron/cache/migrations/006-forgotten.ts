/**
 * Who was forgotten: hashes of the person's lasting identifiers, keyed with a secret of this cache, so that a sync does
 * not bring the person back. `no` is the same for all hashes of one person. Nothing here says who it was.
 */
export const forgotten = `
CREATE TABLE forgotten (
  hash TEXT PRIMARY KEY, no INTEGER NOT NULL, provider TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX forgotten_by_no ON forgotten (no);
`
