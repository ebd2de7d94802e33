export { openDatabase } from './database.server.ts'
export type {
  Database,
  DatabaseOptions,
  Engine,
  Migration,
  PostgresDatabase,
  SqliteDatabase,
} from './database.ts'
export { migrate } from './migrate.server.ts'
export { giveWay } from './give-way.server.ts'
export { sealFor, unsealFor } from './seal.server.ts'
export { openSealed } from './sealed.server.ts'
export type { KeyOf, Sealed } from './sealed.server.ts'
export { selectPrepared } from './prepared.server.ts'
export { recordMigrations } from './migrations.ts'
export { createRecordStore } from './store.server.ts'
export type { ActKey, Batch, Gathered, NewEntry, RecordStore } from './store.ts'
export {
  databaseSize,
  eraseHeldText,
  findEntries,
  holdText,
  insertErasedText,
  lastCheckpoint,
  listHeldTexts,
  positionSince,
  readHeldTexts,
  readTimes,
  signedAmong,
} from './record.sql.server.ts'
export type { EntrySearch, ErasedText, HeldText } from './record.sql.server.ts'
export { isDemonstration } from './first-entry.server.ts'
export { holdWithSalt } from './hold-with-salt.server.ts'
export type { Held } from './hold-with-salt.server.ts'
export { loadRecord } from './load-record.server.ts'
export type { RecordLoader } from './load-record.server.ts'
export { insertRow, listColumns, listTables, readRows } from './table-rows.server.ts'
export type { Column, TableRow } from './table-rows.server.ts'
export { openLog, openSeeds, readLog, signCheckpoint } from './sign-checkpoint.server.ts'
export type { Log } from './sign-checkpoint.server.ts'
export { proveConsistency, proveInclusion, readRoot, readTile } from './tree.server.ts'
export { createSigningKey } from './signing-key.server.ts'
export type { SigningKey } from './signing-key.server.ts'
