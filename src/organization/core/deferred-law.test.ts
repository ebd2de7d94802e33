import { beforeAll, expect, it } from 'vitest'
import { caseIn, caseWorld, find, heard, SUSPEND } from '../../../test/kit/case-world.ts'
import { auditOf } from '../../../test/kit/export.ts'
import { adoptLaws, carry, DAY, ROOT, uuid } from '../../../test/kit/given.ts'
import { deliver, makeIssuing, namingOf, type Issuing } from '../../../test/kit/secret-world.ts'

let two: Issuing
beforeAll(async () => {
  two = await makeIssuing(2)
})

const ID = uuid('case')

// Under the sixth law all votes fell due under one kind of deadline, from the seventh on those about cases fall due apart.
it('a vote that was to open under the sixth law is put off once for a day under the seventh, and opens when keys have come', () => {
  const world = caseWorld(two, 6)
  carry(world, 'Issuers', namingOf(two), [...Array(24).keys()], ROOT)
  heard(world)
  find(world, ID, SUSPEND)
  world.pass(DAY)
  adoptLaws(world)
  world.pass(world.org.deadlines.next()!.at - world.now)
  expect(world.entries.filter(({ type }) => type === 'vote.defer')).toHaveLength(1)
  deliver(world, two)
  world.pass(DAY)
  expect(caseIn(world, ID).stage.kind).toBe('voting')
  expect(auditOf(world.entries)).toMatchObject({ count: 0 })
})
