import { hashBody } from '#modules/record/core'
import type { Person } from './members.sql.server.ts'

/** The salted hash of what is held about a person: what the record carries of it. */
export function hashPerson({ name, email, salt }: Pick<Person, 'name' | 'email' | 'salt'>): string {
  return hashBody(salt, { email, name })
}
