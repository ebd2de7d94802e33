import { randomBytes } from 'node:crypto'
import { hashPerson, insertPerson, type Person } from '#modules/members'
import { NOBODY } from '#modules/record/core'
import type { Character } from './people.ts'
import { idFor, type Cue, type Play } from './play.server.ts'
import { LEAGUE, PLACES, RULES } from './script/league.ts'

/** The name, the rules, the first places, and the founders on the founding roll. Its first entry says what it is. */
export function playFounding(play: Play): void {
  play.add(play.at(0), () => [
    {
      by: NOBODY,
      type: 'organization.found',
      body: { name: LEAGUE, root: idFor('unit', 'league'), rules: RULES, demonstration: true },
    },
    ...PLACES.map(({ key, name, parent }) => ({
      by: NOBODY,
      type: 'founding.place',
      body: { unit: idFor('unit', key), name, parent: idFor('unit', parent) },
    })),
    ...play.people.filter(({ joins }) => joins === 0).map((founder) => listFounder(play, founder)),
  ])
}

function listFounder({ database }: Play, { organizer, ...founder }: Character): Cue {
  const held = personOf(founder)
  const body = {
    member: founder.id,
    home: idFor('unit', founder.home),
    organizer,
    details: hashPerson(held),
  }
  return { by: NOBODY, type: 'founding.member', body, rows: [insertPerson(database, held)] }
}

/** What is held about somebody. */
export function personOf({ id, name, email }: Pick<Character, 'id' | 'name' | 'email'>): Person {
  return { member: id, name, email, salt: randomBytes(16) }
}
