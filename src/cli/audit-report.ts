import { toBase64 } from '#kernel/bytes'
import type { HeadLine, Violation } from '#modules/record/core'
import { refusalSentence, type AuditReport, type Power, type PowerUse } from '#organization'
import { many, number } from './numbers.ts'
import type { SeenCheckpoint } from './seen.ts'

/** An audit that has run, with what it was run against. */
export interface AuditOutcome {
  readonly name: string
  readonly head: HeadLine | undefined
  readonly report: AuditReport
  /** Checkpoints that were remembered of this record. */
  readonly known: readonly (SeenCheckpoint & { readonly origin: string })[]
  /** Whether a key was given that the person trusts. */
  readonly trusted: boolean
  readonly against: string | undefined
}

/** The outcome as one JSON object. */
export function reportOf({ name, head, report, known, trusted, against }: AuditOutcome): object {
  const { tree, entries, decisions, votes, ballots, signatures } = report
  const { violations, count, closed, unchecked, restored, powers } = report
  return {
    file: name,
    sound: count === 0,
    origin: head?.origin ?? null,
    key: head?.key ?? null,
    keyFrom: trusted ? 'given' : known.some(({ origin }) => origin === head?.origin) ? 'seen' : 'export',
    checkpoint: head?.checkpoint ?? null,
    size: tree.size,
    root: tree.root === undefined ? null : toBase64(tree.root),
    entries,
    decisions,
    votes,
    ballots,
    signatures,
    restored,
    comparedWith: {
      against: against !== undefined,
      seen: known.map(({ origin, size, at }) => ({ origin, size, at })),
    },
    violations: violations.map(told),
    violationCount: count,
    closed,
    unchecked: unchecked.map(told),
    powers: powers.map(({ seq, at, ...use }) => ({ entry: seq, at: new Date(at).toISOString(), ...use })),
  }
}

function told({ seq, code, facts }: Violation): object {
  return { entry: seq ?? null, code, sentence: refusalSentence({ code, facts }), facts }
}

/** The outcome for a person. */
export function tellReport(outcome: AuditOutcome, seenIn: string | undefined): void {
  const { report } = outcome
  for (const line of [
    ...origins(outcome, seenIn),
    ...counts(report),
    ...violationsOf(report),
    ...uncheckedOf(report),
    ...powersOf(report),
    '',
    verdict(outcome),
  ])
    console.log(line)
}

function origins(
  { name, head, report, known, trusted, against }: AuditOutcome,
  seenIn: string | undefined,
): readonly string[] {
  const { tree, restored } = report
  const own = known.find(({ origin }) => origin === head?.origin)
  const keyFrom = trusted
    ? 'as you gave it'
    : own === undefined
      ? 'taken from the export on faith: compare it with what other members have'
      : 'as seen before'
  return [
    `Audit of ${name}`,
    `Record:    ${head?.origin ?? 'unknown'}, ${many(tree.size, 'entry', 'entries')}, root ${tree.root === undefined ? 'not to be told' : toBase64(tree.root)}`,
    `Key:       ${head?.key ?? 'none'} (${keyFrom})`,
    ...(against === undefined ? [] : ['Compared:  with the checkpoint that you gave']),
    ...known.map(
      ({ origin, size, at }) =>
        `Compared:  with the ${many(size, 'entry', 'entries')} of ${origin} seen on ${at.slice(0, 10)}`,
    ),
    ...(known.length === 0 && seenIn !== undefined
      ? [
          `Compared:  with nothing; it is the first time that this record is audited here. Its checkpoint is remembered in ${seenIn} if it is sound.`,
        ]
      : []),
    ...restored.map(({ seq, origin }) => `Restored:  at entry ${number(seq)} from a backup of ${origin}`),
  ]
}

function counts({ entries, decisions, votes, ballots, signatures }: AuditReport): readonly string[] {
  return [
    `Recomputed: ${[many(entries, 'entry', 'entries'), many(decisions, 'decision'), many(votes, 'vote'), many(ballots, 'ballot')].join(', ')}`,
    `Signed:    ${many(signatures.signed, 'act')} by devices of members; ${many(signatures.attested, 'act')} of members attested by the server only`,
    ...(signatures.closed === 0
      ? []
      : [`           ${many(signatures.closed, 'signature')} not checked, because the act is closed`]),
  ]
}

function violationsOf({ violations, count }: AuditReport): readonly string[] {
  if (count === 0) return []
  const more = count - violations.length
  return [
    '',
    count === 1 ? 'One thing is wrong:' : `${number(count)} things are wrong:`,
    ...violations.map(line),
    ...(more > 0 ? [`  … and ${number(more)} more`] : []),
  ]
}

function uncheckedOf({ closed, unchecked }: AuditReport): readonly string[] {
  const types = Object.entries(closed).sort(([a], [b]) => (a < b ? -1 : 1))
  if (types.length === 0) return []
  return [
    '',
    'Not checked, because the bodies are closed to whoever exported:',
    ...types.map(([type, count]) => `  ${type}: ${number(count)}`),
    ...(unchecked.length === 0
      ? []
      : ['Not checked, because it depends on closed bodies:', ...byType(unchecked)]),
  ]
}

const POWER_WORDS: Readonly<Record<Power, string>> = {
  struck: 'struck off the founding roll',
  refused: 'application refused',
  noticed: 'notice that standing lapses',
  lapsed: 'standing lapsed',
  erased: 'what was held about a person erased',
  recalled: 'recalled from an office by vote',
  hidden: 'text hidden',
  separated: 'two ordered to keep apart',
  restricted: 'protective measure until a case is decided',
  bound: 'measure of a case binds',
  recovered: 'access recovered by vouchers',
}

const RULE_WORDS: Readonly<Record<PowerUse['rule'], string>> = {
  kept: 'by the rules',
  broken: 'AGAINST the rules',
  unchecked: 'could not be checked',
}

/** Every use of power over a member, oldest first: all of them, however many. */
function powersOf({ powers }: AuditReport): readonly string[] {
  if (powers.length === 0) return ['', 'Power over members: never used.']
  return [
    '',
    'Power over members, every use of it:',
    ...powers.map(({ seq, at, power, by, members, rule }) => {
      const whom = members.length === 0 ? '' : `, ${members.join(', ')}`
      return `  entry ${seq}, ${new Date(at).toISOString().slice(0, 10)}: ${POWER_WORDS[power]}${whom} (by ${by}): ${RULE_WORDS[rule]}`
    }),
  ]
}

/** Entries by their type, a line each. */
function byType(found: readonly Violation[]): readonly string[] {
  const types = Map.groupBy(found, ({ facts: { type } }) => (typeof type === 'string' ? type : 'unknown'))
  return [...types].map(([type, some]) => {
    const more = some.length > SHOWN ? ` and ${number(some.length - SHOWN)} more` : ''
    const seqs = some.slice(0, SHOWN).map(({ seq }) => seq)
    return `  ${type}: ${some.length === 1 ? 'entry' : 'entries'} ${seqs.join(', ')}${more}`
  })
}

const SHOWN = 20

function line({ seq, code, facts }: Violation): string {
  const type = facts['type']
  const where = seq === undefined ? '' : `entry ${seq}${typeof type === 'string' ? ` (${type})` : ''}: `
  return `  ${where}${refusalSentence({ code, facts })}`
}

function verdict({ report: { count, violations, closed } }: AuditOutcome): string {
  if (count === 0)
    return Object.keys(closed).length === 0
      ? 'The record is sound.'
      : 'The record is sound, as far as it could be read.'
  const older = violations.some(({ code }) => code === 'older-checkpoint-beyond')
  return `The record is NOT sound.${older ? ' (If this is an export from before the one seen last, audit it with --no-seen.)' : ''}`
}
