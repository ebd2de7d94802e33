import { join } from 'node:path'
import { makeIssuer, type Issuer } from '#modules/issuer'
import type { Seeding } from './seed-organization.ts'
import { freePort } from './server.ts'
import { must } from './storage.ts'

/** An issuer in a folder of its own, which has all members on its list. */
export interface SeededIssuer {
  readonly data: string
  readonly port: number
  /** What each member shows it, by their ids. */
  readonly codes: ReadonlyMap<string, string>
  readonly issuer: Issuer
}

/** Makes so many issuers for a server that is going to run at this port. Each is open, and has to be closed before its own server starts. */
export async function seedIssuers(
  { members, plenum: { log } }: Seeding,
  { folder, port, count }: { readonly folder: string; readonly port: number; readonly count: number },
): Promise<readonly SeededIssuer[]> {
  const made: SeededIssuer[] = []
  for (let n = 1; n <= count; n++) {
    const [data, own] = [join(folder, `issuer-${n}`), await freePort()]
    const record = { origin: log.origin, logKey: log.vkey, demonstration: true }
    const address = `http://127.0.0.1:${own}`
    const organization = `http://127.0.0.1:${port}`
    const issuer = must(makeIssuer(data, { name: `Issuer ${n}`, address, organization, ...record }))
    const ids = members.map(({ id }) => id)
    const codes = issuer.draw(ids, false)
    issuer.admit(codes)
    made.push({ data, port: own, codes, issuer })
  }
  return made
}
