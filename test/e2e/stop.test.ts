import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { PASSWORD, seedOrganization } from '../kit/seed-organization.ts'
import { startServer } from '../kit/server.ts'
import { Visitor } from '../kit/visitor.ts'

// A server that is asked to stop while members write to it.

const MOTION = derivedUuid('stop', 'motion')
const WRITERS = 12
const folder = mkdtempSync(join(tmpdir(), 'plenum-stop-'))

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('finishes what is under way, loses nothing that it acknowledged, and ends within ten seconds', async () => {
  const seeded = await seedOrganization(folder, {
    members: WRITERS,
    then: async ({ enter, members }) => {
      const clauses = [{ id: derivedUuid('stop', 'clause'), text: 'We hold a picnic.' }]
      const body = { motion: MOTION, title: 'Picnic', clauses, enactment: { kind: 'resolve' } }
      await enter(members[0]?.id ?? '', 'motion.propose', body)
      await enter(members[1]?.id ?? '', 'motion.second', { motion: MOTION })
    },
  })
  const env = { PLENUM_DEMONSTRATION: '1' }
  const server = await startServer({ data: folder, env })
  const acknowledged: string[] = []
  let begun = 0
  const write = async (n: number): Promise<void> => {
    const visitor = new Visitor()
    await visitor.send(`${server.url}/sign-in`, { login: seeded.members[n]?.login ?? '', password: PASSWORD })
    begun++
    for (let s = 0; s < 1000; s++) {
      const text = `Speech ${s} of writer ${n}, nothing more.`
      const fields = { side: s % 2 === 0 ? 'for' : 'against', text }
      const answer = await visitor
        .send(`${server.url}/motions/${MOTION}?/speak`, fields)
        .catch(() => undefined)
      // Nobody listens any more.
      if (answer === undefined) return
      if (answer.status === 303) acknowledged.push(text)
    }
  }
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n)))
  while (begun < WRITERS || acknowledged.length < WRITERS)
    await new Promise((resolve) => setTimeout(resolve, 20))
  const asked = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - asked).toBeLessThan(10_000)
  await writing
  expect(server.output()).toContain('"msg":"closed"')

  const again = await startServer({ data: folder, env })
  const reader = new Visitor()
  await reader.send(`${again.url}/sign-in`, { login: seeded.members[0]?.login ?? '', password: PASSWORD })
  const page = await (await reader.send(`${again.url}/motions/${MOTION}?speeches`)).text()
  expect(acknowledged.filter((text) => !page.includes(text))).toEqual([])
  await again.stop()
})
