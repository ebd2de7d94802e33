import type { Engine } from '#modules/record'

const FOUND_ANEW = 'made anew from the record'
// Nobody could tell what a copy was used for: votes that are open begin again after a restore.
const SECRET = 'keys and ballots of secret votes that are open are never copied'

/**
 * Every table of the schema and what a dump does with it; a test holds this list against the database, so that no table is
 * forgotten. `lines`: it has lines of its own kind. `rows`: row by row. `left`: not in a dump, and why. Restored in this order, so a
 * table stands after those it refers to.
 */
const KEPT_TABLES: Readonly<Record<string, 'lines' | 'rows' | { readonly left: string }>> = {
  record: 'lines',
  record_body: 'lines',
  held_text: 'lines',
  // Sealed: without the server's key, which is in no dump, they tell nothing.
  sealed_body: 'rows',
  sealed_text: 'rows',
  person: 'lines',
  access_account: 'lines',
  // Hashes of links that are on their way: whoever got one on paper need not be asked to come again.
  access_invitation: 'rows',
  access_session: { left: 'one that was ended since would hold again: everybody signs in anew' },
  access_passkey: 'rows',
  device_name: 'rows',
  // Left out, a password alone would sign in again. Without the server's key members come in by their recovery codes.
  access_factor: 'rows',
  access_factor_code: 'rows',
  // Hashes of codes that their requesters keep: what is under way goes on.
  recovery_request: 'rows',
  access_challenge: { left: 'valid for minutes' },
  access_operator_code: { left: 'valid for minutes' },
  access_operator_session: { left: 'as the sessions of members' },
  webhook: 'rows',
  token: { left: 'as sessions: members make new ones' },
  access_setup: { left: 'a server prints a new code when it starts' },
  log: { left: 'its private key may have signed more since: a restore begins a new log' },
  checkpoint: { left: 'signed by a log that a restore ends' },
  tree_node: { left: 'computed from the entries' },
  outbox_item: { left: 'what is on its way would be sent by the old server and the new' },
  outbox_cursor: { left: 'followers begin at the end of what is restored: nothing is told twice' },
  notices_preferences: 'rows',
  notices_told: 'rows',
  notices_unreached: 'rows',
  notices_feed: 'rows',
  // The links in letters that were sent go on to work.
  notices_key: 'rows',
  notices_mailbox: { left: 'the letters of a demonstration' },
  ballot_vote: { left: SECRET },
  ballot_issue: { left: SECRET },
  ballot_urn: { left: SECRET },
  ballot_paper: { left: SECRET },
  ballot_seal: { left: SECRET },
  search_cursor: { left: FOUND_ANEW },
  search_document: { left: FOUND_ANEW },
  migration: { left: 'the schema is that of the program that restores' },
}

/** The tables that a dump knows, whatever it does with them. */
export const KNOWN_TABLES: readonly string[] = Object.keys(KEPT_TABLES)

/** The tables that stand in a database of this engine: beside SQLite, seals of secret votes are files. */
export function tablesOf(engine: Engine): readonly string[] {
  return KNOWN_TABLES.filter((table) => engine === 'postgres' || table !== 'ballot_seal')
}

/** The tables that go into a dump row by row, each after those it refers to. */
export const ROW_TABLES: readonly string[] = KNOWN_TABLES.filter((table) => KEPT_TABLES[table] === 'rows')

/** The tables that a restore fills, and which therefore have to be empty. */
export const RESTORED_TABLES: readonly string[] = KNOWN_TABLES.filter(
  (table) => typeof KEPT_TABLES[table] === 'string',
)
