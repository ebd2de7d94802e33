import { concat } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { derivedUuid, shortId } from '#kernel/ids'
import { NOBODY, type Act } from '#modules/record/core'
import type { MemberRow } from './core/import/index.ts'
import type { Person } from './members.sql.server.ts'
import { hashPerson } from './person.ts'

/** What an import comes to: acts to be entered together, and the people to be held with them. */
export interface ImportPlan {
  readonly acts: readonly Act[]
  readonly people: readonly Person[]
  /** Places that the import forms, by name. */
  readonly newPlaces: readonly string[]
}

export interface ImportContext {
  /** The id of the form or command that imports: the same one gives the same acts, so that a second click enters nothing twice. */
  readonly importId: string
  /** 16 random bytes known to the importer only: the people's salts come from them. */
  readonly secret: Uint8Array
  readonly root: string
  /** Places there are, by name in lower case. */
  readonly places: ReadonlyMap<string, string>
  /** Before the founding is ratified people are listed; afterwards they apply, and members decide about each. */
  readonly founding: boolean
}

/** Plans to bring the people of a file onto the roll. Places that a founding does not know are formed under the root. */
export function planImport(rows: readonly MemberRow[], context: ImportContext): ImportPlan {
  const { founding, importId, root } = context
  const places = new Map(context.places)
  const newPlaces: string[] = []
  const acts: Act[] = []
  const people: Person[] = []
  const act = (type: string, part: string, body: Act['body']): void => {
    acts.push({ by: NOBODY, id: derivedUuid(importId, type, part), type, unit: null, body })
  }
  for (const row of rows) {
    const place = row.place?.toLowerCase()
    if (founding && row.place !== null && place !== undefined && !places.has(place)) {
      const unit = derivedUuid(importId, 'unit', place)
      places.set(place, unit)
      newPlaces.push(row.place)
      act('founding.place', place, { unit, name: row.place, parent: root })
    }
    const home = (place === undefined ? undefined : places.get(place)) ?? root
    const person = personOf(row, context)
    people.push(person)
    const details = hashPerson(person)
    const { member } = person
    if (founding) act('founding.member', member, { member, home, organizer: row.organizer, details })
    else act('member.apply', member, { member, home, details })
  }
  return { acts, people, newPlaces }
}

function personOf({ email, line, name }: MemberRow, { importId, secret }: ImportContext): Person {
  const random = sha256(concat(secret, new TextEncoder().encode(`${importId} ${line}`)))
  const member = shortId('m', sha256(concat(random, new Uint8Array([1]))))
  return { member, name, email: email?.toLowerCase() ?? null, salt: random.slice(0, 16) }
}
