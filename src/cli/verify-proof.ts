import * as fs from 'node:fs'
import { toBase64 } from '#kernel/bytes'
import { canonical } from '#kernel/canonical'
import { isRefusal } from '#kernel/refusal'
import { checkProof, parseProof, type Checkpoint, type ProofFile } from '#modules/record/core'
import { refusalSentence } from '#organization'
import { printJson, refuseRun } from './answer.ts'
import { defineCommand, FOUND_WRONG, WELL } from './command.ts'
import { whyNot } from './file-fault.ts'
import { readSeen, seenFile } from './seen.ts'

const help = `Usage: plenum verify-proof FILE [--key KEY] [--json]

Checks a proof that “plenum prove” or an entry's page gave: that the log signed the checkpoint, that the entry is a leaf
of the signed tree, and that the body, where there is one, is the one recorded. Needs neither the record nor the server.

  --key KEY      the log's verifier key that you trust; without it the key that your audits have seen, or the proof's own
  --seen FILE    where audits remember what they saw (~/.config/plenum/seen.json)
  --json         one JSON object on stdout

Example: plenum verify-proof entry-41.json

Exit codes: 0 it proves what it says; 1 it does not; 2 could not run.`

/** `plenum verify-proof`. */
export const verifyProof = defineCommand(
  {
    name: 'verify-proof',
    help,
    operands: ['FILE'],
    options: { key: { type: 'string' }, seen: { type: 'string' }, json: { type: 'boolean' } },
  },
  async ({ values, operands: [file = ''] }) => {
    const text = readText(file)
    if (typeof text !== 'string') return refuseRun(text.fault)
    const seen = readSeen(values.seen ?? seenFile())
    if (typeof seen === 'string') return refuseRun(seen)
    const proof = parseProof(text)
    const known = typeof proof === 'string' ? undefined : seen[proof.origin]?.key
    const key = values.key ?? known
    const keyFrom = values.key !== undefined ? 'given' : known !== undefined ? 'seen' : 'proof'
    const found = typeof proof === 'string' ? proof : checkProof(proof, key)
    const answer = isRefusal(found) ? refusalSentence(found) : found
    if (typeof proof === 'string' || typeof answer === 'string') {
      if (values.json === true) printJson({ file, proves: false, sentence: answer })
      else console.log(`${file} proves nothing. ${typeof answer === 'string' ? answer : ''}`)
      return await Promise.resolve(FOUND_WRONG)
    }
    if (values.json === true) printJson({ file, proves: true, keyFrom, ...told(proof, answer) })
    else tell(proof, answer, keyFrom)
    return WELL
  },
)

function readText(file: string): string | { readonly fault: string } {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    return { fault: whyNot('read', file, error) }
  }
}

function told({ origin, key, entry }: ProofFile, { size, root }: Checkpoint): object {
  const { seq, at, by, id, type, unit } = entry
  return {
    origin,
    key,
    size,
    root: toBase64(root),
    entry: { seq, at: new Date(at).toISOString(), by, id, type, unit },
    body: entry.body ?? null,
  }
}

function tell(
  { origin, key, entry }: ProofFile,
  { size }: Checkpoint,
  keyFrom: 'given' | 'seen' | 'proof',
): void {
  const { seq, at, by, id, type, body } = entry
  const trust = {
    given: 'which you trust',
    seen: 'which your audits have seen',
    proof: 'taken from the proof on faith: compare it with what other members have',
  }
  console.log(`Entry ${seq} stands in the record ${origin}, as signed over its first ${size} entries:
  act    ${type}, id ${id}
  by     ${by}
  when   ${new Date(at).toISOString()} by the server's clock
  body   ${body === undefined ? 'not in the proof; its hash is' : canonical(body)}
  key    ${key} (${trust[keyFrom]})`)
}
