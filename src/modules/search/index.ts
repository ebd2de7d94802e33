export { searchMigrations } from './migrations.ts'
export { clearIndex, findDocuments, indexCursor, writeDocuments } from './search.sql.server.ts'
export type { Found, Search } from './search.sql.server.ts'
