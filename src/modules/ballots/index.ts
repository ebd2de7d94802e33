export type { Phase } from './ballots.sql.server.ts'
export { makeIssuingKey, openSigner, type BlindSigner, type IssuingKey } from './issue.server.ts'
export { ballotMigrations } from './migrations.ts'
export { openBallots, type Ballots, type Counted } from './open-ballots.server.ts'
