// Secret ballots: each step of one ballot, and the check of a whole board, beside belenios-tool where it is installed.
import * as crypto from 'node:crypto'
import { promisify } from 'node:util'
import { fromBase64 } from '#kernel/bytes'
import { isRefusal } from '#kernel/refusal'
import { makeIssuingKey, openSigner, type IssuingKey } from '#modules/ballots'
import {
  blind,
  choiceOfLetters,
  contextOf,
  encodeBallot,
  finalize,
  issuedMessage,
  issuerKey,
  issuerSecrets,
  makeBoard,
  readBallot,
  readBoard,
  signBallot,
  voterKey,
  type IssuerSignature,
  type SecretBallot,
  type SecretVote,
} from '#modules/ballots/core'
import { reportBelenios } from './belenios.ts'
import { megabytes, option, report, timed } from './report.ts'

const sign = promisify(crypto.sign)
type SigningKey = crypto.SignKeyObjectInput

const BALLOTS = option('ballots', 10_000)
const STEPS = 200
const AT_ONCE = 64
const CONTEXT = contextOf({ vote: 'bench' })
const FORM = { kind: 'questions', length: 1 } as const
const YES = choiceOfLetters('y')

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the room gave nothing')
  return value
}

/** The slip of the n-th voter. */
function slip(n: number): Uint8Array {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setUint32(0, n)
  return bytes
}

/** The middle of what a step takes, in milliseconds, and its answers. */
function step<Answer>(what: string, aim: string, task: (n: number) => Answer): readonly Answer[] {
  const times: number[] = []
  const answers = Array.from({ length: STEPS }, (_, n) => {
    const start = performance.now()
    const answer = task(n)
    times.push(performance.now() - start)
    return answer
  })
  times.sort((a, b) => a - b)
  const at = (share: number): string => (times[Math.floor(STEPS * share)] ?? 0).toFixed(2)
  report(what, `${at(0.5)} ms, 9 of 10 in ${at(0.9)}`, aim)
  return answers
}

/** One ballot step by step, with an issuing key of so many bits. */
function stepByStep(bits: number, made: IssuingKey): readonly IssuerSignature[] {
  const key = must(issuerKey(made.modulus, bits))
  const signer = openSigner(made, bits)
  const message = (n: number): Uint8Array =>
    issuedMessage(CONTEXT, 0, publicKeys[n] ?? new Uint8Array(32), secrets[n]?.prefix ?? new Uint8Array(32))
  const publicKeys = Array.from({ length: STEPS }, (_, n) => voterKey(slip(n), CONTEXT).publicKey)
  const secrets = publicKeys.map((_, n) => issuerSecrets(slip(n), CONTEXT, 0, key))
  const blinded = step(`blind, ${bits} bits`, '', (n) => must(blind(key, message(n), must(secrets[n]))))
  const answers = step(`issue, ${bits} bits`, bits === 3072 ? 'under 4 ms' : '', (n) =>
    must(signer.sign(must(blinded[n]).request)),
  )
  const signatures = step(`unblind and verify, ${bits} bits`, '', (n) =>
    must(finalize(key, message(n), must(answers[n]), must(blinded[n]))),
  )
  return signatures.map((signature, n) => ({ issuer: 0, prefix: must(secrets[n]).prefix, signature }))
}

/** What is the same whatever the issuing key: signing a ballot, and checking it when it comes in. */
function castAndCheck(vote: SecretVote, issued: readonly IssuerSignature[]): void {
  const content = { number: 1, choice: YES, salt: new Uint8Array(32) }
  const cast = step('cast (sign and encode), 3072 bits', '', (n) =>
    encodeBallot(signBallot(CONTEXT, voterKey(slip(n), CONTEXT), [must(issued[n])], content)),
  )
  step('verify one ballot, 3072 bits', '', (n) => {
    if (isRefusal(readBallot(vote, must(cast[n])))) throw new Error('a good ballot was refused')
  })
}

function voteOf(keys: readonly IssuingKey[]): SecretVote {
  const issuers = keys.map(({ modulus }) => must(issuerKey(modulus)))
  return { context: CONTEXT, issuers, k: keys.length, needsFirst: false, form: FORM }
}

/** A ballot without blinding, which leaves the same bytes: in a bench the issuers may see what they sign. */
async function ballotOf(signing: readonly SigningKey[], n: number): Promise<SecretBallot> {
  const voter = voterKey(slip(n), CONTEXT)
  const issued = signing.map(async (key, issuer) => {
    const prefix = new Uint8Array(32).fill(issuer + 1)
    const message = issuedMessage(CONTEXT, issuer, voter.publicKey, prefix)
    return { issuer, prefix, signature: new Uint8Array(await sign('sha384', message, key)) }
  })
  const content = { number: 1, choice: YES, salt: new Uint8Array(32).fill(n % 256) }
  return signBallot(CONTEXT, voter, await Promise.all(issued), content)
}

async function makeBallots(keys: readonly IssuingKey[]): Promise<readonly string[]> {
  const signing = keys.map(({ secret }) => ({
    key: crypto.createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' }),
    padding: crypto.constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 48,
  }))
  const ballots: SecretBallot[] = []
  for (let from = 0; from < BALLOTS; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, BALLOTS - from)
    ballots.push(...(await Promise.all(Array.from({ length: count }, (_, i) => ballotOf(signing, from + i)))))
  }
  return makeBoard(ballots)
}

/** Anybody's check of a whole board, by the one function that the clerk and an audit call. */
async function checkBoard(issuers: number, aim: string): Promise<void> {
  const keys = await Promise.all(Array.from({ length: issuers }, async () => makeIssuingKey()))
  const board = await makeBallots(keys)
  const { seconds, answer } = await timed(() => readBoard(voteOf(keys), board))
  if (isRefusal(answer) || answer.length !== BALLOTS) throw new Error('a good board was refused')
  const size = board.reduce((sum, text) => sum + (fromBase64(text)?.length ?? 0), 0)
  const what = `check of ${BALLOTS.toLocaleString('en')} ballots, ${issuers} of ${issuers} issuers (${megabytes(size)})`
  report(what, `${seconds.toFixed(2)} s`, aim)
}

console.log('Secret ballots: the middle of 200 each, one thread')
stepByStep(2048, await makeIssuingKey(2048))
const made = await makeIssuingKey()
castAndCheck(voteOf([made]), stepByStep(3072, made))
await checkBoard(1, BALLOTS === 10_000 ? 'under 5 s' : '')
await checkBoard(3, '')
reportBelenios()
