// PostgreSQL's advisory locks are numbers that all programs on a database share: these two are ours ('plenum' in ASCII).

/** Held by whoever appends to the record. */
export const RECORD_LOCK = 0x706c_656e
/** Held by whoever changes the schema. */
export const MIGRATION_LOCK = 0x706c_656f
