// Secret ballots end to end over HTTP: how many voters a second one built server takes, on SQLite, alone or with issuers beside it (`--issuers 3`:
// it and two others, all of whom sign; on this machine they share its cores). What voters' own devices compute
// (blinding, unblinding, signing) is done between the two timed parts, as it is theirs.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { choiceOfLetters } from '#modules/ballots/core'
import { openedVote } from '#modules/issuer/core'
import { formatProof } from '#modules/record/core'
import type { SecretQuestion } from '#modules/voting/core'
import { proveEntry } from '#organization/server'
import { seedIssuers, type SeededIssuer } from '../test/kit/seed-issuers.ts'
import { PASSWORD, seedOrganization } from '../test/kit/seed-organization.ts'
import { putToSecretVote, SECRET_VOTE } from '../test/kit/seed-secret-vote.ts'
import { testVoter } from '../test/kit/secret-voter.ts'
import { freePort, startIssuer, startServer } from '../test/kit/server.ts'
import { must } from '../test/kit/storage.ts'
import { Visitor } from '../test/kit/visitor.ts'
import { option, report, timed } from './report.ts'

const VOTERS = option('voters', 300)
const ISSUERS = option('issuers', 1)
const AT_ONCE = 16

const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-ballots-'))
const port = await freePort()
let issuers: readonly SeededIssuer[] = []

let openedSeq = 0
const seeded = await seedOrganization(folder, {
  members: VOTERS,
  async then(seeding) {
    issuers = await seedIssuers(seeding, { folder, port, count: ISSUERS - 1 })
    const made = issuers.map(({ issuer }) => issuer)
    await putToSecretVote(seeding, {}, made)
    openedSeq = await seeding.plenum.clerk.read((org) => org.voting.votes.get(SECRET_VOTE)?.openedSeq ?? 0)
    // No proxy stands here that would name the address of an issuer: it is told of the vote beforehand.
    const org = await seeding.plenum.clerk.read((each) => each)
    const proof = formatProof(must(await proveEntry(seeding.plenum, org, openedSeq, { kind: 'public' })))
    for (const issuer of made) {
      const { origin, logKey: key } = issuer.settings
      issuer.take(must(openedVote(proof, { origin, key, isOwn: (modulus) => issuer.isOwn(modulus) })))
      issuer.close()
    }
  },
})
const server = await startServer({
  data: folder,
  port,
  env: { PLENUM_DEMONSTRATION: '1', PLENUM_FORMS: '0', ADDRESS_HEADER: 'x-real-ip' },
})

const beside = await Promise.all(issuers.map(async ({ data, port: own }) => startIssuer({ data, port: own })))

/** Each voter has an address of their own. */
const addressOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`

/** After a long computation servers have closed connections that were idle: they are to be seen closed before they are used. */
async function idleConnectionsClosed(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 200))
}

/** Does a task for every voter, so many at a time. */
async function forAll<Answer>(task: (n: number) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let n = next++; n < VOTERS; n = next++) answers[n] = await task(n)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return answers
}

async function post(
  path: string,
  n: number,
  body: BodyInit,
  headers: Record<string, string>,
): Promise<unknown> {
  const sent = { 'x-real-ip': addressOf(n), ...headers }
  const answer = await fetch(path.startsWith('/') ? server.url + path : path, {
    method: 'POST',
    headers: sent,
    body,
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

const cookies = await forAll(async (n) => {
  const visitor = new Visitor({ 'x-real-ip': addressOf(n) })
  await visitor.send(`${server.url}/sign-in`, { login: seeded.members[n]?.login ?? '', password: PASSWORD })
  return `plenum-session=${visitor.cookie('plenum-session') ?? ''}`
})
const proof = await fetch(`${server.url}/record/entries/${openedSeq}/proof`, {
  headers: { cookie: cookies[0] ?? '' },
})
const announced = ((await proof.json()) as { entry: { body: { secret: SecretQuestion } } }).entry.body
const devices = cookies.map((_, n) => {
  const slip = new Uint8Array(16)
  new DataView(slip.buffer).setUint32(0, n)
  return testVoter(announced, slip)
})

await idleConnectionsClosed()
const issued = await timed(async () =>
  forAll(async (n) => {
    const requests = devices[n]?.requests ?? []
    const json = { 'content-type': 'application/json' }
    const body = JSON.stringify({ requests: requests.slice(0, 1) })
    const own = (await post(`/votes/${SECRET_VOTE}/issue`, n, body, {
      cookie: cookies[n] ?? '',
      ...json,
    })) as {
      readonly answers: readonly string[]
    }
    const member = seeded.members[n]?.id ?? ''
    const others = issuers.map(async ({ port: own, codes }, i) => {
      const asked = {
        vote: SECRET_VOTE,
        member,
        code: codes.get(member) ?? '',
        request: requests[i + 1] ?? '',
      }
      const answer = await post(`http://127.0.0.1:${own}/issue`, n, JSON.stringify(asked), json)
      return (answer as { readonly answer: string }).answer
    })
    return [...own.answers, ...(await Promise.all(others))]
  }),
)
const ballots = devices.map((device, n) =>
  device.take(...(issued.answer[n] ?? [])).ballot(choiceOfLetters(n % 3 === 0 ? 'n' : 'y')),
)
await idleConnectionsClosed()
const cast = await timed(async () =>
  forAll(async (n) =>
    post(`/ballots/${SECRET_VOTE}/cast`, n, new Uint8Array(ballots[n] ?? []), {
      'content-type': 'application/octet-stream',
    }),
  ),
)

const each = (seconds: number): string => `${Math.round(VOTERS / seconds)} a second`
report(`${VOTERS} keys asked for and signed over HTTP by ${ISSUERS}`, each(issued.seconds))
report(`${VOTERS} ballots cast over HTTP, with a receipt each`, each(cast.seconds))
report('voters, one request of each kind', each(issued.seconds + cast.seconds), '100 a second')
for (const issuer of beside) await issuer.stop()
await server.stop()
rmSync(folder, { recursive: true, force: true })
