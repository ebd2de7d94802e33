import * as fs from 'node:fs'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { verifyEd25519 } from '#kernel/ed25519'
import { parseExportLine, type ExportLine, type HeadLine } from '#modules/record/core'
import { createAudit, type Audit } from '#organization'
import { printJson, refuseRun } from './answer.ts'
import { reportOf, tellReport, type AuditOutcome } from './audit-report.ts'
import { COULD_NOT_RUN, defineCommand, FOUND_WRONG, refuseUsage, WELL, type ExitCode } from './command.ts'
import { whyNot } from './file-fault.ts'
import { createLineCutter } from './lines.ts'
import { createProgress } from './progress.ts'
import { openSource, type Source } from './read-source.ts'
import { readSeen, remember, seenFile, seenOf, type Seen } from './seen.ts'

const help = `Usage: plenum audit FILE [--against CHECKPOINT] [--key KEY] [--seen FILE | --no-seen] [--json]

Recomputes an exported record: every hash, the tree and its signature, and, with the rules that the server decides by,
every entry, roll, count and consequence. It names each entry that is wrong, and what it could not check because the
body is closed to whoever exported. FILE may be - (stdin) or an address such as https://plenum.example.org/record/export

It remembers the last checkpoint of each record it found sound, and demands next time that the record continues it: only
so does it show when somebody keeps two histories.

  --against FILE     a checkpoint that somebody kept (or an older export): the record must continue it
  --key KEY          the log's verifier key that you trust; without it the key seen first, or the export's own
  --seen FILE        where checkpoints are remembered (~/.config/plenum/seen.json)
  --as members       the export was made for members: what every member may read must be in it
  --no-seen          neither compare with what was seen before nor remember anything: for an older export
  --header TEXT      a header to send to an address, such as 'cookie: plenum-session=…'; may be repeated
  --json             one JSON object about the audit on stdout

Example: plenum audit record.jsonl

Exit codes: 0 nothing wrong was found; 1 something is wrong, each named; 2 could not run.`

interface Settings {
  readonly name: string
  readonly key: string | undefined
  readonly against: string | undefined
  readonly seen: Seen
  readonly forMembers: boolean
}

/** `plenum audit`. */
export const audit = defineCommand(
  {
    name: 'audit',
    help,
    operands: ['FILE'],
    options: {
      against: { type: 'string' },
      key: { type: 'string' },
      seen: { type: 'string' },
      'no-seen': { type: 'boolean' },
      header: { type: 'string', multiple: true },
      as: { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  async ({ values, operands: [name = ''] }) => {
    const { as } = values
    if (as !== undefined && as !== 'members' && as !== 'public')
      return refuseUsage('audit', `--as takes “members” or “public”, not “${as}”.`)
    const file = values['no-seen'] === true ? undefined : (values.seen ?? seenFile())
    const seen = file === undefined ? {} : readSeen(file)
    if (typeof seen === 'string') return refuseRun(seen)
    const against = values.against === undefined ? undefined : readCheckpoint(values.against)
    if (against !== undefined && 'fault' in against) return refuseRun(against.fault)
    const source = await openSource(name, values.header)
    if (typeof source === 'string') return refuseRun(source)
    const outcome = await auditSource(source, {
      name,
      key: values.key,
      against: against?.note,
      seen,
      forMembers: as === 'members',
    })
    if (typeof outcome === 'string') return refuseRun(outcome)
    return tell(outcome, file, values.json === true)
  },
)

/** A checkpoint that somebody kept: a signed note, or the head of an export. */
function readCheckpoint(file: string): { readonly note: string } | { readonly fault: string } {
  try {
    const text = fs.readFileSync(file, 'utf8')
    if (!text.startsWith('{')) return { note: text }
    const head = parseExportLine(text.slice(0, text.indexOf('\n')), 1)
    const isHead = !isRefusal(head) && head.kind === 'head'
    return isHead ? { note: head.checkpoint } : { fault: `${file} is neither a checkpoint nor an export.` }
  } catch (error) {
    return { fault: whyNot('read', file, error) }
  }
}

/** Feeds the audit line by line. Answers a sentence where the reading broke off. */
async function auditSource({ chunks, bytes }: Source, settings: Settings): Promise<AuditOutcome | string> {
  const progress = createProgress(bytes === undefined ? 'Auditing, entries' : 'Auditing, bytes')
  let running: Audit | undefined
  let head: HeadLine | undefined
  let entries = 0
  let read = 0
  const cutter = createLineCutter((text, number) => {
    const line =
      text === undefined ? refuse('line-not-json', { line: number }) : parseExportLine(text, number)
    if (number === 1) head = headOf(line)
    running ??= begin(head, settings)
    running.take(line)
    entries++
  })
  try {
    for await (const chunk of chunks) {
      cutter.push(chunk)
      read += chunk.length
      if (bytes === undefined) progress.at(entries)
      else progress.at(read, bytes)
    }
  } catch (error) {
    return `${settings.name} broke off after ${read} bytes: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    progress.done()
  }
  cutter.end()
  const report = (running ?? begin(undefined, settings)).finish()
  return {
    name: settings.name,
    head,
    report,
    known: knownOf(head, settings),
    trusted: settings.key !== undefined,
    against: settings.against,
  }
}

function headOf(line: ExportLine | Refusal): HeadLine | undefined {
  return !isRefusal(line) && line.kind === 'head' ? line : undefined
}

function knownOf(head: HeadLine | undefined, { seen }: Settings): AuditOutcome['known'] {
  return head === undefined ? [] : seenOf(seen, head.origin)
}

function begin(head: HeadLine | undefined, settings: Settings): Audit {
  const known = knownOf(head, settings)
  const key = settings.key ?? known.find(({ origin }) => origin === head?.origin)?.key
  const { against, forMembers } = settings
  return createAudit({ verify: verifyEd25519, key, against, remembered: known, forMembers })
}

function tell(outcome: AuditOutcome, seen: string | undefined, json: boolean): ExitCode {
  const { head, report } = outcome
  const isSound = report.count === 0
  const fault =
    seen !== undefined && isSound && head !== undefined
      ? remember(seen, head.origin, {
          note: head.checkpoint,
          key: head.key,
          size: report.tree.size,
          at: new Date().toISOString(),
        })
      : undefined
  if (json) printJson(reportOf(outcome))
  else tellReport(outcome, seen)
  if (fault !== undefined) {
    console.error(`The checkpoint could not be remembered. ${fault}`)
    return isSound ? COULD_NOT_RUN : FOUND_WRONG
  }
  return isSound ? WELL : FOUND_WRONG
}
