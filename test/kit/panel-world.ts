import { DAY } from '#kernel/instant'
import { commitmentTo } from '#modules/counting/core'
import { callPanel, type Panel, type PanelCall } from '#modules/panels/core'
import { adoptLaws, person, ratifiedWorld, ROOT, uuid, type World } from './given.ts'

export const PANEL = uuid('panel')
export const HELD = { hash: `${'A'.repeat(43)}=`, length: 40 }

/** A panel of three with two sides, of which the second is not named in the record. */
const CALL: PanelCall = {
  ...{ id: PANEL, subject: { kind: 'test', id: uuid('subject') }, asked: ROOT, size: 3, decideDays: 7 },
  sides: [
    { name: 'one', members: [person(0)] },
    { name: 'two', members: null },
  ],
  excluded: [person(0)],
}

/** An organization in which a panel was called and announced, as the apply of another module's act does it. */
export function panelWorld(members = 20, call: Partial<PanelCall> = {}): World {
  const world = ratifiedWorld(members)
  adoptLaws(world)
  callPanel(world.org, { ...CALL, ...call }, world.now)
  world.pass(0)
  return world
}

/** The panel as it stands. */
export function panelOf({ org }: World): Panel {
  return org.panels.panels.get(PANEL)!
}

/** Both sides commit and open: the panel is drawn at once. */
export function drawn(world: World, words: readonly [string, string] = ['red hat', 'blue cat']): World {
  const [one, two] = words
  commit(world, person(0), 'one', one)
  commit(world, 'nobody', 'two', two)
  open(world, person(0), 'one', one)
  open(world, 'nobody', 'two', two)
  world.pass(0)
  return world
}

export function commit(world: World, by: string, side: string, words: string): void {
  world.given(by, 'panel.commit', { panel: PANEL, side, commitment: commitmentTo(words, side) })
}

export function open(world: World, by: string, side: string, seed: string): void {
  world.given(by, 'panel.seed', { panel: PANEL, side, seed })
}

/** All who were asked take their seats. */
export function seated(world: World): World {
  for (const { member, accepted } of panelOf(world).seats)
    if (accepted === null) world.given(member, 'panel.accept', { panel: PANEL })
  return world
}

/** All sit, and the sides had their time to challenge. */
export function sitting(world: World): World {
  seated(drawn(world))
  world.pass(2 * DAY)
  return world
}
