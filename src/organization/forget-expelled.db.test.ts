import { expect, it } from 'vitest'
import { readPeople } from '#modules/members'
import { CLERK, type Act } from '#modules/record/core'
import { person } from '../../test/kit/given.ts'
import { PASSWORD, seedOrganization } from '../../test/kit/seed-organization.ts'
import { freshStorage, must } from '../../test/kit/storage.ts'
import { forgetExpelled } from './forget-expelled.server.ts'
import { openPlenum } from './open.server.ts'

const [EXPELLED, OTHER] = [person(3), person(4)]

function actOf(type: string, body: Act['body']): Act {
  return { by: CLERK, id: '0197f3a2-7c1e-7d0a-9b5e-2f4c8d6a1b3c', type, unit: null, body }
}

it.each(['sqlite', 'postgres'] as const)(
  'on %s every way in ends with an expulsion, and what is held about the person when it ends',
  { timeout: 60_000 },
  async (engine) => {
    const storage = await freshStorage(engine)
    const { data, databaseUrl } = storage
    const seeded = await seedOrganization(data, {
      members: 5,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    })
    const plenum = must(await openPlenum({ ...storage, demonstration: true }))
    const { access, clock, database, tokens } = plenum
    const ways = async (n: number) => {
      const { id, login } = seeded.members[n - 1] ?? { id: '', login: '' }
      const session = must(await access.signIn(login, PASSWORD, clock.now(), 'test'))
      const wish = { name: 'mine', scopes: ['read'] as const, days: 30 }
      const { secret } = must(await tokens.make(id, wish, clock.now()))
      return { login, secret, token: 'token' in session ? session.token : '' }
    }
    const [expelled, other] = [await ways(3), await ways(4)]
    const forgets = forgetExpelled(database, { access, tokens })
    const forget = async (act: Act): Promise<void> => {
      for (const query of forgets(act)) await database.kysely.executeQuery(query)
    }

    // A warning or a suspension names nobody, and closes nothing.
    await forget(actOf('case.bind', { case: 'c', expelled: null }))
    expect(await tokens.use(expelled.secret, clock.now())).toMatchObject({ member: EXPELLED })

    await forget(actOf('case.bind', { case: 'c', expelled: { member: EXPELLED, salt: 's' } }))
    expect(await tokens.use(expelled.secret, clock.now())).toBeUndefined()
    expect(await access.session(expelled.token, clock.now())).toBeUndefined()
    expect(await access.signIn(expelled.login, PASSWORD, clock.now(), 'test')).toMatchObject({
      refused: true,
    })
    expect(await access.accounts([EXPELLED, OTHER])).toEqual(new Set([OTHER]))
    expect(await tokens.use(other.secret, clock.now())).toMatchObject({ member: OTHER })
    expect(await access.session(other.token, clock.now())).toBeDefined()
    // Who they are is known as long as it lasts: members have to know of whom it is.
    expect([...(await readPeople(database, [EXPELLED])).keys()]).toEqual([EXPELLED])

    await forget(actOf('case.expire', { case: 'c', former: EXPELLED }))
    expect([...(await readPeople(database, [EXPELLED, OTHER])).keys()]).toEqual([OTHER])
    await plenum.close()
    await storage.drop()
  },
)
