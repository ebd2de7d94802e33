import { expect, it } from 'vitest'
import { caseWorld, heard, panellists } from '../../test/kit/case-world.ts'
import { person, uuid } from '../../test/kit/given.ts'
import { makeIssuing } from '../../test/kit/secret-world.ts'
import { viewCase, viewCases } from './view-case.server.ts'

const LAST = person(23)

it('shows nothing sealed to nobody, also where the last of all members sits on the panel', async () => {
  const issuing = await makeIssuing()
  for (let n = 0; ; n++) {
    expect(n, 'the last member was never drawn').toBeLessThan(40)
    const world = caseWorld(issuing)
    const id = heard(world, { id: uuid('case', String(n)), unit: uuid('root') })
    if (!panellists(world, id).includes(LAST)) continue
    expect(viewCase(world.org, world.now, LAST, id)).toMatchObject({ roles: ['panel'] })
    expect(viewCase(world.org, world.now, '', id)).toMatchObject({
      ...{ roles: [], reads: [] },
      sealed: { charged: null, facts: null, charging: [], statements: [], findings: [] },
    })
    expect(viewCases(world.org, '').cases[0]).toMatchObject({ roles: [] })
    return
  }
})
