import { randomBytes } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { insertPerson } from '#modules/members'
import { holdText, openDatabase } from '#modules/record'
import { hashSalted } from '#modules/record/core'
import { openPlenum, type Plenum } from '#organization/server'
import { longRecord } from './long-record.ts'
import { member, ROOT, RULES } from './record-maker.ts'
import { writeFolder } from './write-folder.ts'

/** A large organization in a folder, the cookie of a member who is signed in, and the pages that are measured. */
export interface LiveOrganization {
  readonly cookie: string
  readonly pages: {
    readonly home: string
    readonly motion: string
    readonly result: string
    readonly vote: string
  }
}

const VOTES = 40
const SPEECHES = 20

/** Makes it: a roll and a past that the rules accept, people with names, one motion in debate, one before the members. */
export async function makeLive(data: string, members: number): Promise<LiveOrganization> {
  // Opening it once makes the tables of all modules.
  await must(await openPlenum({ data, demonstration: true })).close()
  const size = { members, votes: VOTES, entries: members * 2 + 20_000, demonstration: true }
  await writeFolder(data, longRecord(size))
  await writePeople(data, members)
  const plenum = must(await openPlenum({ data, demonstration: true }))
  try {
    const { motion, vote } = await goOn(plenum)
    const cookie = await signIn(plenum, 5)
    const result = derivedUuid('vote', 'motion', derivedUuid('bench', 'motion', VOTES))
    return {
      cookie,
      pages: { home: '/', motion: `/motions/${motion}`, result: `/votes/${result}`, vote: `/votes/${vote}` },
    }
  } finally {
    await plenum.close()
  }
}

/** Gives a member an account and ends the setup; the answer is the cookie of who is signed in. */
export async function signIn({ access, clock }: Plenum, n: number): Promise<string> {
  const { token } = must(await access.invite(member(n), clock.now()))
  const credentials = { login: `member${n}@example.org`, password: 'a long enough password' }
  const signedIn = must(await access.accept(token, credentials, clock.now()))
  await access.endSetup()
  return `plenum-session=${signedIn.token}`
}

/** Names and addresses of so many members, straight into the table. */
export async function writePeople(data: string, members: number): Promise<void> {
  const database = must(await openDatabase({ data }))
  if (database.engine !== 'sqlite') throw new Error('a folder is kept in SQLite')
  database.sqlite.exec('begin')
  for (let n = 0; n < members; n++) {
    const held = {
      member: member(n),
      name: `Member Number ${n}`,
      email: `member${n}@example.org`,
      salt: randomBytes(16),
    }
    const { sql, parameters } = insertPerson(database, held)
    database.sqlite.prepare(sql).run(...(parameters as (string | Uint8Array)[]))
  }
  database.sqlite.exec('commit')
  await database.close()
}

/** A motion with a debate, and another one that is being voted on. */
async function goOn(plenum: Plenum): Promise<{ motion: string; vote: string }> {
  const { clerk, clock, database } = plenum
  let acts = 0
  const enter = async (by: number, type: string, body: Json, alongside: readonly CompiledQuery[] = []) => {
    const act = { by: member(by), id: derivedUuid('live', acts++), type, unit: ROOT, body }
    must(await clerk.submit(act, alongside))
  }
  const propose = async (name: string): Promise<string> => {
    const motion = derivedUuid('live', name)
    const clauses = [1, 2, 3].map((n) => ({
      id: derivedUuid('live', name, n),
      text: `Resolved, in clause ${n} of the motion ${name}, that every branch publishes once a quarter what it earned, what it owes and what it spent.`,
    }))
    await enter(1, 'motion.propose', {
      motion,
      title: `What we publish: ${name}`,
      clauses,
      enactment: { kind: 'resolve' },
    })
    return motion
  }
  const voted = await propose('voted')
  clock.shift(RULES.debateHours * HOUR)
  must(await clerk.submitAll([]))
  const vote = derivedUuid('vote', 'motion', voted)
  for (let n = 10; n < 1_000; n++)
    await enter(n, 'ballot.cast', { vote, choices: [n % 3 === 0 ? 'no' : 'yes'] })
  const motion = await propose('debated')
  for (let n = 0; n < SPEECHES; n++) {
    const text = `Speech ${n + 1}. `.padEnd(400, 'We have talked about this for a year, and it is time. ')
    const salt = randomBytes(16)
    const hash = hashSalted(salt, text)
    const body = {
      speech: derivedUuid('live', 'speech', n),
      motion,
      side: n % 2 === 0 ? 'for' : 'against',
      text: { hash, length: text.length },
    }
    await enter(20 + n, 'speech.give', body, [holdText(database, { hash, salt, text })])
  }
  return { motion, vote }
}

export function must<Answer>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}
