import { isRefusal, refuse } from '#kernel/refusal'
import { isUuid } from '#kernel/ids'
import { verifyEd25519 } from '#kernel/ed25519'
import { createDrawCheck, type PanelProof, type VerifiedDraw } from '#modules/panels/core'
import { createTreeCheck, parseExportLine, type HeadLine, type Violation } from '#modules/record/core'
import { refusalSentence } from '#organization'
import { printJson, refuseRun } from './answer.ts'
import { defineCommand, FOUND_WRONG, refuseUsage, WELL } from './command.ts'
import { createLineCutter } from './lines.ts'
import { openSource, type Source } from './read-source.ts'

const help = `Usage: plenum prove draw FILE PANEL [--key KEY] [--json]

Draws a panel again, from an exported record alone: the public export is enough. It checks the hashes and the signature of
the record, that each seed is the one that was committed to, that the seeds draw just these places, and that whoever was
drawn stood at that place of the roll that was frozen before. It prints the seeds, the order of the draw, and who stepped
aside. FILE may be - (stdin) or an address; PANEL is the id that the panel's page shows.

  --key KEY      the log's verifier key that you trust; without it the export's own
  --header TEXT  a header to send to an address, such as 'cookie: plenum-session=…'; may be repeated
  --json         one JSON object on stdout

Example: plenum prove draw record.jsonl 0197f3a2-7c1e-7d0a-9b5e-2f4c8d6a1b3c

Exit codes: 0 the draw is what the seeds give; 1 it is not, each fault named; 2 could not run.`

interface Checked {
  readonly head: HeadLine | undefined
  readonly entries: number
  readonly proof: PanelProof
  readonly faults: readonly Violation[]
}

/** `plenum prove draw`. */
export const proveDraw = defineCommand(
  {
    name: 'prove draw',
    help,
    operands: ['FILE', 'PANEL'],
    options: {
      key: { type: 'string' },
      header: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    },
  },
  async ({ values: { key, header, json }, operands: [file = '', panel = ''] }) => {
    if (!isUuid(panel)) return refuseUsage('prove draw', `“${panel}” is not the id of a panel.`)
    const source = await openSource(file, header)
    if (typeof source === 'string') return refuseRun(source)
    const checked = await checkSource(source, panel, key)
    if (json === true) printJson({ file, panel, ...told(checked) })
    else tell(panel, checked, key !== undefined)
    return checked.faults.length === 0 ? WELL : FOUND_WRONG
  },
)

/** Reads the record once, past both checks: the tree's and the draw's. */
async function checkSource({ chunks }: Source, panel: string, key: string | undefined): Promise<Checked> {
  const [tree, draw] = [createTreeCheck({ verify: verifyEd25519, key }), createDrawCheck(panel)]
  let head: HeadLine | undefined
  const cutter = createLineCutter((text, number) => {
    const line =
      text === undefined ? refuse('line-not-json', { line: number }) : parseExportLine(text, number)
    if (!isRefusal(line) && line.kind === 'head') head ??= line
    tree.take(line)
    if (!isRefusal(line) && line.kind === 'entry') draw.take(line.entry)
  })
  for await (const chunk of chunks) cutter.push(chunk)
  cutter.end()
  const [report, proof] = [tree.finish(), draw.finish()]
  return { head, entries: report.size, proof, faults: [...report.violations, ...proof.violations] }
}

function told({ head, entries, proof: { draws, events, sits }, faults }: Checked): object {
  return {
    origin: head?.origin ?? null,
    entries,
    sound: faults.length === 0,
    draws: draws.map(({ announced, seeds, seed, unopened, drawn, seqs }) => ({
      ...{ announced: seqs[0], drawn: seqs[1], unit: announced.unit, pool: announced.pool },
      seeds: [...seeds, { by: 'clerk', commitment: announced.commitment, opened: seed }],
      ...{ unopened, order: drawn.map(({ member, place }) => ({ member, place })) },
    })),
    events,
    sits,
    faults: faults.map((fault) => ({ ...fault, sentence: refusalSentence(fault) })),
  }
}

const WHAT = {
  accepted: 'took a seat',
  recused: 'stepped aside',
  silent: 'did not answer in time; the next of the draw followed',
  challenged: 'was challenged, and left',
} as const

function tell(panel: string, { head, entries, proof, faults }: Checked, isTrusted: boolean): void {
  const trust = isTrusted ? 'the key that you trust' : 'the export’s own key, taken on faith'
  if (head !== undefined) console.log(`Record ${head.origin}, ${entries} entries, checked by ${trust}.`)
  for (const [i, draw] of proof.draws.entries()) tellDraw(draw, i + 1)
  for (const { seq, member, what } of proof.events) console.log(`  entry ${seq}: ${member} ${WHAT[what]}`)
  if (proof.sits.length > 0) console.log(`Seats taken now: ${proof.sits.join(', ')}.`)
  if (faults.length === 0) {
    console.log(`Panel ${panel}: every seed is as promised, and the lot draws just this order.`)
    return
  }
  for (const fault of faults) console.log(`WRONG, entry ${fault.seq ?? '?'}: ${refusalSentence(fault)}`)
}

function tellDraw(
  { announced, seeds, seed, unopened, drawn, seqs: [from, to] }: VerifiedDraw,
  n: number,
): void {
  const { unit, pool, size, about, sides, round } = announced
  console.log(
    `Draw ${n} (round ${round}), about ${about.kind} ${about.id}: ${size} seats, from the ${pool.size} members on the ` +
      `roll of unit ${unit}, frozen at entry ${from} and drawn at entry ${to}.`,
  )
  for (const { name } of sides) {
    const given = seeds.find(({ by }) => by === name)
    console.log(
      `  seed of ${name}: ${given === undefined ? 'none given; counts as empty' : seedWords(given, unopened)}`,
    )
  }
  const clerks = { by: 'clerk', opened: seed }
  console.log(`  seed of the clerk: ${seedWords(clerks, unopened)}`)
  for (const [i, { member, place }] of drawn.entries())
    console.log(
      `  ${String(i + 1).padStart(3)}. ${member}, place ${place} of the roll${i < size ? '' : ' (follows)'}`,
    )
}

function seedWords(
  { by, opened }: { readonly by: string; readonly opened: string | null },
  unopened: readonly string[],
): string {
  if (opened === null) return 'committed to and not opened; counts as empty'
  return unopened.includes(by) ? `“${opened}”, which is not what was promised` : `“${opened}”`
}
