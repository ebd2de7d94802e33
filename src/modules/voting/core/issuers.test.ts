import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64 } from '#kernel/bytes'
import { publicKeyOf } from '#kernel/ed25519'
import type { SecretBallot } from '#modules/ballots/core'
import { check, imageDigest } from '#organization'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  adoptLaws,
  carry,
  castAll,
  clausesOf,
  DAY,
  DEBATE,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  SOME_HASH,
  stageOf,
  uuid,
  VOTING,
} from '../../../../test/kit/given.ts'
import { ballotOf } from '../../../../test/kit/secret-vote.ts'
import {
  boardOf,
  close,
  deliver,
  deliveryOf,
  makeIssuing,
  namingOf,
  NO,
  secretWorld,
  slip,
  testVoteIn,
  voteIn,
  voting,
  whyNot,
  YES,
  type Issuing,
  type SecretWorld,
} from '../../../../test/kit/secret-world.ts'
import { issuersFromLines, namingFor, whyNamingUnfit, type VoteKeys } from './index.ts'

const three = await makeIssuing(3, 2)
const others = await makeIssuing(3, 2)
const alone = await makeIssuing()
const EVERYBODY = Array.from({ length: 10 }, (_, n) => n)

/** A world whose members have named the issuers, and none has delivered a key yet. */
function named(issuing: Issuing = three): SecretWorld {
  const world = secretWorld(alone)
  carryNaming(world, issuing)
  world.issuing = issuing
  return world
}

function carryNaming(world: SecretWorld, issuing: Issuing): void {
  carry(world, `Issuers ${world.entries.length}`, namingOf(issuing), EVERYBODY)
}

function inVote(world: SecretWorld): string {
  const motion = inDebate(world, 'Rent', RESOLVE, ['We withhold the rent.'])
  world.pass(DEBATE)
  return motion
}

function lastOf(world: SecretWorld, type: string) {
  return world.entries.findLast((entry) => entry.type === type)
}

describe('naming issuers', () => {
  it('is a motion by the majority for rules, voted on openly where votes are secret', () => {
    const world = secretWorld(alone)
    const motion = inDebate(world, 'Issuers', namingOf(three), ['These.'])
    world.pass(DEBATE)
    const vote = world.org.voting.votes.get(openVote(world))
    expect(vote?.secret).toBeUndefined()
    expect(vote?.items[0]?.majority).toEqual({ share: '2/3', more: false, of: 'cast' })
    castAll(world, Object.fromEntries(EVERYBODY.map((n) => [n, ['yes']])))
    world.pass(VOTING)
    expect(stageOf(world, motion)).toMatchObject({ adopted: true })
    expect(namingFor(world.org, ROOT)).toMatchObject({
      k: 2,
      issuers: [{ name: 'Issuer 2' }, { name: 'Issuer 3' }],
    })
  })

  it('is unknown before the sixth law', () => {
    const world = ratifiedWorld()
    for (let law = 2; law <= 5; law++) world.given('clerk', 'law.adopt', { law }, null)
    const body = {
      motion: uuid('motion', 'I'),
      title: 'I',
      clauses: clausesOf('I'),
      enactment: namingOf(three),
    }
    expect(world.when(person(0), 'motion.propose', body)?.code).toBe('unknown-enactment')
    expect(world.when('nobody', 'issuer.deliver', deliveryOf(three, 0), null)?.code).toBe('unknown-act')
    adoptLaws(world)
    expect(world.when(person(0), 'motion.propose', body)).toBeUndefined()
  })

  it.each([
    ['half of the signatures', { k: 2, n: 3 }, 'issuers-k-unfit'],
    ['one of two', { k: 1, n: 1 }, 'issuers-k-unfit'],
    ['more than there are', { k: 4, n: 2 }, 'issuers-k-unfit'],
    ['more than half', { k: 2, n: 2 }, undefined],
    ['all', { k: 3, n: 2 }, undefined],
    ['the organization alone', { k: 1, n: 0 }, undefined],
  ])('with %s: %o', (_, { k, n }, code) => {
    expect(whyNamingUnfit({ k, issuers: issuersOf(n) })?.code).toBe(code)
  })

  it('leaves no member two keys, whoever asks whom: any two sets that are enough have an issuer in common', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (n, k) => {
        const isTaken = whyNamingUnfit({ k, issuers: issuersOf(n) }) === undefined
        // A member who asks each issuer once has n + 1 signatures, and each key takes k.
        const keys = Math.floor((n + 1) / k)
        expect(isTaken).toBe(keys === 1)
      }),
    )
  })

  it('needs names, addresses and keys that differ, and no name of ours', () => {
    const [first, second] = issuersOf(2) as [
      ReturnType<typeof issuersOf>[number],
      ReturnType<typeof issuersOf>[number],
    ]
    for (const same of [
      { name: first.name },
      { address: first.address },
      { key: first.key },
      { name: 'plenum' },
    ])
      expect(whyNamingUnfit({ k: 2, issuers: [first, { ...second, ...same }] })?.code).toBe('issuers-alike')
  })

  it('is typed one a line, and says which line is wrong', () => {
    const [first, second] = issuersOf(2).map(({ name, address, key }) => `${name} ${address} ${key}`)
    expect(issuersFromLines(`${first}\n\n ${second} `, '2')).toMatchObject({ k: 2, issuers: issuersOf(2) })
    expect(issuersFromLines('', '')).toEqual({ issuers: [], k: 1 })
    expect(issuersFromLines(`${first}\nNorth`, '2')).toMatchObject({
      code: 'issuer-line-unfit',
      facts: { line: 2 },
    })
    expect(issuersFromLines('A http://a.example KEY', '2')).toMatchObject({ code: 'issuer-address-unfit' })
    expect(issuersFromLines('A https://a.example/path KEY', '2')).toMatchObject({
      code: 'issuer-address-unfit',
    })
    expect(issuersFromLines(first ?? '', '')).toMatchObject({ code: 'issuers-k-missing' })
    expect(issuersFromLines(first ?? '', '1')).toMatchObject({ code: 'issuers-k-unfit' })
  })
})

function issuersOf(n: number) {
  return Array.from({ length: n }, (_, i) => ({
    name: `Branch ${i + 1}`,
    address: `https://branch-${i + 1}.example`,
    key: toBase64(publicKeyOf(new Uint8Array(32).fill(i + 1))),
  }))
}

describe('keys delivered ahead', () => {
  it('are taken of issuers that were named, once, signed, and so many', () => {
    const world = named()
    const give = (body: object, by = 'nobody') =>
      world.when(by, 'issuer.deliver', structuredClone(body) as Parameters<typeof world.when>[2], null)?.code
    const good = deliveryOf(three, 0)
    const [key] = good.keys as [{ modulus: string; signature: string }]
    expect(give({ ...good, issuer: SOME_HASH })).toBe('issuer-unknown')
    expect(give({ ...good, issuer: deliveryOf(three, 1).issuer })).toBe('issuer-key-unfit')
    expect(give({ ...good, keys: [{ ...key, signature: deliveryOf(three, 1).keys[0]!.signature }] })).toBe(
      'issuer-key-unfit',
    )
    expect(give({ ...good, keys: [key, key] })).toBe('issuer-key-known')
    expect(give(good, person(1))).toBe('not-for-you')
    expect(give(good)).toBeUndefined()
    expect(give(good)).toBe('issuer-key-known')
  })

  it('are announced in their order with the issuer’s word for them, and used once', () => {
    const world = named()
    deliver(world, three)
    deliver(world, others)
    inVote(world)
    const first = world.org.voting.votes.get(openVote(world))?.secret
    expect(first?.k).toBe(2)
    expect(first?.issuers.map(({ modulus }) => modulus)).toEqual(
      three.keys.issuers.map(({ modulus }) => modulus),
    )
    expect(first?.issuers[1]?.named).toEqual({
      address: 'https://issuer-1.example',
      key: deliveryOf(three, 0).issuer,
      signature: deliveryOf(three, 0).keys[0]!.signature,
    })
    expect(world.org.voting.issuers.stock.get(deliveryOf(three, 0).issuer)).toEqual(
      deliveryOf(others, 0).keys,
    )
  })
})

describe('a vote for which too few issuers have a key', () => {
  it('opens with those that have one, as long as they are enough', () => {
    const world = named()
    world.given('nobody', 'issuer.deliver', deliveryOf(three, 1), null)
    inVote(world)
    const { secret } = world.org.voting.votes.get(openVote(world))!
    expect(secret?.issuers.map(({ name }) => name)).toEqual(['Issuer 1', 'Issuer 3'])
    expect(secret?.k).toBe(2)
  })

  it('is put off in the open, and opens the moment a key comes', () => {
    const world = named()
    const motion = inVote(world)
    expect(world.org.voting.votes.size).toBe(3)
    expect(lastOf(world, 'vote.defer')?.body).toEqual({
      subject: { kind: 'motion', id: motion },
      needed: 2,
      ready: 1,
      lacking: ['Issuer 2', 'Issuer 3'],
    })
    world.pass(3 * DAY)
    expect(world.entries.filter(({ type }) => type === 'vote.defer')).toHaveLength(4)
    world.given('nobody', 'issuer.deliver', deliveryOf(three, 0), null)
    world.pass(0)
    expect(world.org.voting.votes.get(openVote(world))?.opens).toBe(world.now)
    expect(world.org.voting.issuers.waiting.size).toBe(0)
    const report = auditOf(world.entries)
    expect(report).toMatchObject({ violations: [], unchecked: [] })
    expect(imageDigest(report.org)).toBe(imageDigest(world.org))
  })

  it('waits on where keys that come in one moment open others, under ids that no entry has twice', () => {
    const world = named()
    for (const n of [1, 2, 3]) inDebate(world, `Rent ${n}`, RESOLVE, [`We withhold the rent of ${n}.`])
    world.pass(DEBATE)
    for (const n of [0, 1]) world.given('nobody', 'issuer.deliver', deliveryOf(three, n), null)
    world.pass(0)
    expect([...world.org.voting.votes.values()].filter(({ status }) => status === 'open')).toHaveLength(2)
    expect(world.org.voting.issuers.waiting.size).toBe(1)
    expect(new Set(world.entries.map(({ id }) => id)).size).toBe(world.entries.length)
    expect(auditOf(world.entries).violations).toEqual([])
  })

  it('opens when members name others, by a vote that needs no key', () => {
    const world = named()
    inVote(world)
    const none = { kind: 'issuers.name', issuers: [], k: 1 }
    carry(world, 'This server alone', none, EVERYBODY)
    world.issuing = alone
    world.pass(0)
    const open = [...world.org.voting.votes.values()].find(({ status }) => status === 'open')
    expect(open?.secret?.issuers).toHaveLength(1)
  })

  it('cannot be put off while there are enough, nor said to lack others', () => {
    const world = named()
    const motion = inDebate(world, 'Rent', RESOLVE, ['We withhold the rent.'])
    world.sleep(DEBATE)
    const body = {
      subject: { kind: 'motion', id: motion },
      needed: 2,
      ready: 1,
      lacking: ['Issuer 2', 'Issuer 3'],
    }
    const why = (changed: object) => {
      const { size, law } = world.org.head.get()
      const header = {
        seq: size,
        at: world.now,
        by: 'clerk',
        id: uuid('defer'),
        type: 'vote.defer',
        law,
        unit: ROOT,
      }
      return check(world.org, { ...header, body: { ...body, ...changed } })?.code
    }
    expect(why({})).toBeUndefined()
    expect(why({ lacking: ['Issuer 3'] })).toBe('wrong-opening')
    expect(why({ subject: { kind: 'amendments', id: motion } })).toBe('not-due')
    world.pass(0)
    deliver(world, three)
    expect(why({})).not.toBeUndefined()
  })

  it('begins again after a restore only with keys that nobody can have used', () => {
    const open = voting(three)
    const { world, id } = open
    deliver(world, others)
    const size = world.entries.length
    world.given('clerk', 'record.restored', { origin: 'plenum/test/1', size, root: SOME_HASH }, null)
    world.pass(0)
    expect(lastOf(world, 'vote.defer')?.body).toMatchObject({ subject: { kind: 'vote', id } })
    expect(voteIn(open)).toMatchObject({ status: 'open', secret: { lost: true } })
    world.pass(30 * DAY)
    expect(voteIn(open).status).toBe('open')
  })

  it('begins again with other keys of its issuers once enough are there', () => {
    const open = voting(three)
    const { world, id } = open
    world.boards.set(id, 'lost')
    world.pass(VOTING)
    expect(lastOf(world, 'vote.defer')?.body).toMatchObject({ subject: { kind: 'vote', id }, ready: 1 })
    expect(voteIn(open).renewals).toBeUndefined()
    world.issuing = others
    world.given('nobody', 'issuer.deliver', deliveryOf(others, 0), null)
    world.pass(0)
    expect(voteIn(open)).toMatchObject({ renewals: [{ why: 'lost' }], secret: { k: 2 } })
    expect(voteIn(open).secret?.issuers.map(({ name }) => name)).toEqual(['Issuer 1', 'Issuer 2'])
    const vote = testVoteIn(world, id)
    const ballots = [ballotOf(vote, slip(0), YES), ballotOf(vote, slip(1), NO)]
    close({ ...open, vote }, { ...boardOf(ballots, [0, 1]), issued: [2, 2] })
    expect(voteIn(open)).toMatchObject({ status: 'closed', counts: { issued: [2, 2], cast: 2 } })
    expect(auditOf(world.entries)).toMatchObject({ violations: [], unchecked: [] })
  })
})

describe('an operator', () => {
  it.each([
    ['an own key in the place of an issuer', (keys: VoteKeys) => replaced(keys, others)],
    ['fewer signatures', (keys: VoteKeys) => ({ ...keys, k: 1 })],
    ['this server alone', (keys: VoteKeys) => ({ ...keys, issuers: keys.issuers.slice(0, 1), k: 1 })],
    ['one issuer less', (keys: VoteKeys) => ({ ...keys, issuers: keys.issuers.slice(0, 2) })],
    ['an address of its own', (keys: VoteKeys) => elsewhere(keys)],
  ])('cannot open a vote with %s', (_, change) => {
    const world = named()
    deliver(world, three)
    inDebate(world, 'Rent', RESOLVE, ['We withhold the rent.'])
    world.pass(DEBATE)
    const opened = lastOf(world, 'vote.open')!
    const body = opened.body as { secret: VoteKeys }
    // As if it had not been opened: the audit judges each entry against those before it.
    const forged = world.entries
      .slice(0, opened.seq + 1)
      .map((entry) =>
        entry === opened
          ? { ...entry, body: { ...body, secret: { ...body.secret, ...change(body.secret) } } }
          : entry,
      )
    expect(auditOf(forged).violations.map(({ code }) => code)).toEqual(['wrong-opening'])
  })
})

function replaced(keys: VoteKeys, by: Issuing): VoteKeys {
  const issuers = keys.issuers.map((issuer, i) =>
    i === 1 ? { ...issuer, modulus: by.keys.issuers[1]?.modulus ?? '' } : issuer,
  )
  return { ...keys, issuers }
}

function elsewhere(keys: VoteKeys): VoteKeys {
  const issuers = keys.issuers.map((issuer) =>
    issuer.named === undefined
      ? issuer
      : { ...issuer, named: { ...issuer.named, address: 'https://elsewhere.example' } },
  )
  return { ...keys, issuers }
}

describe('a ballot with several issuers', () => {
  const board = (ballot: SecretBallot) => ({ ...boardOf([ballot], [0]), issued: [1, 1, 1] })

  it('is refused with one issuer’s signature twice, or with one too few, and counts with any two of which this server is one', () => {
    const open = voting(three)
    const good = ballotOf(open.vote, slip(0), YES, { by: [0, 2] })
    const few = { ...good, issued: good.issued.slice(0, 1) }
    expect(whyNot(open, board(ballotOf(open.vote, slip(0), YES, { by: [0, 0] })))).toBe('ballot-issuers')
    expect(whyNot(open, board(ballotOf(open.vote, slip(0), YES, { by: [2, 0] })))).toBe('ballot-issuers')
    expect(whyNot(open, board(few))).toBe('ballot-length')
    close(open, board(good))
    expect(voteIn(open)).toMatchObject({ status: 'closed', counts: { issued: [1, 1, 1], cast: 1 } })
  })

  it('has this server’s signature, so that who votes is among those who are told of', () => {
    const open = voting(three)
    expect(whyNot(open, board(ballotOf(open.vote, slip(0), YES, { by: [1, 2] })))).toBe('ballot-issuers')
  })

  it('is not taken where an issuer gave out more than the roll has', () => {
    const open = voting(three)
    const ballots = [ballotOf(open.vote, slip(0), YES, { by: [0, 2] })]
    expect(whyNot(open, { ...boardOf(ballots, [0]), issued: [1, 11, 1] })).toBe('board-counts')
  })

  it('is not one of another vote: an issuer’s signature is over the vote', () => {
    const [open, before] = [voting(three), voting(others)]
    const foreign = ballotOf({ ...open.vote, context: before.vote.context }, slip(0), YES, { by: [0, 2] })
    expect(whyNot(open, board(foreign))).toBe('ballot-not-issued')
  })
})
