export { openTokens } from './open-tokens.server.ts'
export { tokenMigrations } from './migrations.ts'
export type { Token, Tokens } from './tokens.ts'
