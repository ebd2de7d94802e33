import { sha256 } from '#kernel/hash'
import { shortId } from '#kernel/ids'
import { chance, type Chance } from './chance.ts'
import { CAST, type CastKey, type CastMember } from './script/cast.ts'
import { APPLICATIONS, DAYS, HOMES, type UnitKey } from './script/league.ts'
import { NAME_POOLS } from './script/names.ts'

/** Somebody of the league. */
export interface Character {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly home: UnitKey
  /** Day on which they apply; 0 for founders. */
  readonly joins: number
  readonly organizer: boolean
  /** How often they take part, from 0 to 1. */
  readonly zeal: number
  /** Whether they speak in the script: whoever does neither leaves nor lapses by chance. */
  readonly isCast: boolean
}

const FOUNDERS = 40

/** The id of somebody who speaks. */
export function castId(key: CastKey): string {
  return idOf(CAST[key].name)
}

/** Everybody, in the order in which they come: founders first. The same people every time. */
export function makePeople(): readonly Character[] {
  const cast = Object.values<CastMember>(CAST).map(fromCast)
  const taken = new Set(cast.map(({ name }) => name))
  const luck = chance('people')
  const founders = cast.filter(({ joins }) => joins === 0)
  const others = Array.from({ length: FOUNDERS - founders.length }, () => invent(luck, taken, 0))
  const later = applicationDays().map((day) => invent(luck, taken, day))
  const applicants = [...cast.filter(({ joins }) => joins > 0), ...later].sort((a, b) => a.joins - b.joins)
  return [...founders, ...others, ...applicants]
}

/** The days on which somebody applies, spread over each thirty days by chance. */
function applicationDays(): readonly number[] {
  const luck = chance('applications')
  const days = APPLICATIONS.flatMap((count, month) =>
    Array.from({ length: count }, () => 30 * month + luck.between(0, 30)),
  )
  return days.filter((day) => day < DAYS).sort((a, b) => a - b)
}

function fromCast({ name, home, joins = 0, organizer = false }: CastMember): Character {
  return { id: idOf(name), name, email: emailOf(name), home, joins, organizer, zeal: 0.95, isCast: true }
}

function invent(luck: Chance, taken: Set<string>, joins: number): Character {
  for (;;) {
    const pool = weighted(luck, NAME_POOLS)
    const other = luck.roll() < 0.12 ? weighted(luck, NAME_POOLS) : pool
    const name = `${luck.pick(pool.given)} ${luck.pick(other.family)}`
    if (taken.has(name)) continue
    taken.add(name)
    const open = HOMES.filter(({ from = 0 }) => joins >= from)
    const home = weighted(luck, open).place
    // Squared, so that a few do much and many do little, as everywhere.
    const zeal = 1 - luck.roll() ** 0.7
    return { id: idOf(name), name, email: emailOf(name), home, joins, organizer: false, zeal, isCast: false }
  }
}

function weighted<Item extends { readonly weight: number }>(luck: Chance, list: readonly Item[]): Item {
  const total = list.reduce((sum, { weight }) => sum + weight, 0)
  let left = luck.roll() * total
  const found = list.find(({ weight }) => (left -= weight) < 0) ?? list.at(-1)
  if (found === undefined) throw new Error('bug: nothing to choose from')
  return found
}

function idOf(name: string): string {
  return shortId('m', sha256(`demonstration ${name}`))
}

/** An address that nobody can have: RFC 2606 keeps example.org for this. */
function emailOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
  return `${plain.replaceAll(' ', '.')}@example.org`
}
