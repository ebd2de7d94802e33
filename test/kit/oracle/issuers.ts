import type { Json } from '#kernel/canonical'
import { createElected } from './elected.ts'
import { adoptions, listIn, numberIn, textIn, valueIn, type Logged } from './log.ts'

// Who may sign the keys of a secret vote, read from the record alone.

/**
 * Why a secret vote did not open, or begin again, with keys of those whom its unit, or the nearest above that named any, had named:
 * with as many as have to sign, each with a key that it had delivered and that no vote had used.
 */
export function issuerBreaches(log: readonly Logged[]): readonly string[] {
  const places = createElected()
  const units = new Map<string, string>()
  const delivered = new Map<string, string>()
  const used = new Set<string>()
  return log.flatMap((entry) => {
    const { type, unit, seq, body } = entry
    places.take(entry)
    if (type === 'issuer.deliver')
      for (const key of listIn(body, 'keys')) delivered.set(textIn(key, 'modulus'), textIn(body, 'issuer'))
    if (type === 'vote.open') units.set(textIn(body, 'vote'), unit ?? '')
    const secret = valueIn(body, 'secret')
    if (!['vote.open', 'vote.renew'].includes(type) || secret === undefined) return []
    const before = adoptions(log.slice(0, seq), 'issuers.name')
    const naming = places
      .pathUp(units.get(textIn(body, 'vote')) ?? '')
      .flatMap((each) => before.findLast(({ motion }) => motion.unit === each) ?? [])
      .at(0)
    const named = valueIn(naming?.motion.body ?? null, 'enactment') ?? null
    const breach = breachOfKeys(secret, named, { delivered, used })
    for (const issuer of listIn(secret, 'issuers')) used.add(textIn(issuer, 'modulus'))
    return breach === undefined ? [] : [`${type} ${seq}: ${breach}`]
  })
}

interface Keys {
  readonly delivered: ReadonlyMap<string, string>
  readonly used: ReadonlySet<string>
}

function breachOfKeys(secret: Json, naming: Json, { delivered, used }: Keys): string | undefined {
  const known = listIn(naming, 'issuers').map((issuer) => textIn(issuer, 'key'))
  const k = known.length === 0 ? 1 : numberIn(naming, 'k')
  const [, ...others] = listIn(secret, 'issuers')
  if (numberIn(secret, 'k') !== k) return `asks for ${numberIn(secret, 'k')} and not for ${k}`
  if (others.length + 1 < k) return `opens with ${others.length + 1} of ${k}`
  for (const other of others) {
    const [key, modulus] = [textIn(other, 'named', 'key'), textIn(other, 'modulus')]
    if (!known.includes(key)) return 'has an issuer whom nobody named'
    if (delivered.get(modulus) !== key) return 'has a key that its issuer did not deliver'
    if (used.has(modulus)) return 'has a key that was used before'
  }
  return undefined
}
