import { expect, it } from 'vitest'
import { indexOf } from '#modules/members/core'
import { caseIn, caseWorld, find, heard, panellists, SUSPEND, TEXT } from '../../test/kit/case-world.ts'
import { carry, DAY, person, uuid } from '../../test/kit/given.ts'
import { makeIssuing, namingOf } from '../../test/kit/secret-world.ts'
import { casesFor } from './case-needs.server.ts'
import { panelTasks } from './panel-tasks.server.ts'
import { viewCase, viewCases } from './view-case.server.ts'
import { viewPanel } from './view-panel.server.ts'

const LAST = person(23)

it('says that votes wait for keys of issuers: on what is to hold at once, and on the measure', async () => {
  const world = caseWorld(await makeIssuing())
  const everybody = Array.from({ length: 24 }, (_, n) => n)
  carry(world, 'Issuers', namingOf(await makeIssuing(3, 2)), everybody, uuid('root'))
  const id = heard(world)
  const waiting = () => viewCase(world.org, world.now, LAST, id)?.waiting
  world.given('nobody', 'case.protect', { case: id, rights: ['stand'], days: 20, text: TEXT })
  expect(waiting()).toEqual([])
  world.pass(3 * DAY)
  expect(waiting()).toMatchObject([{ needed: 2, since: world.now }])
  find(world, id, SUSPEND)
  world.pass(7 * DAY)
  expect(waiting()).toMatchObject([{ since: world.now }, { since: world.now - 7 * DAY }])
})

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

it('asks a panellist once, until the charge lapses, and no more once they have dissented', async () => {
  const world = caseWorld(await makeIssuing())
  const id = heard(world)
  const { stage, panel } = caseIn(world, id)
  const lapses = stage.kind === 'hearing' ? stage.findBy : 0
  const [me = ''] = panellists(world, id)
  const index = indexOf(world.org.members, me)
  const needs = () => casesFor(world.org, index, world.now)

  expect(panelTasks(world.org, index, world.now)).toEqual([])
  expect(needs()).toMatchObject([{ what: 'find', until: lapses }])
  expect(viewPanel(world.org, world.now, me, panel ?? '')?.stage).toMatchObject({ until: lapses })

  world.given(me, 'panel.dissent', { panel, reasons: TEXT })
  expect(needs()).toEqual([])
})
