import { beforeEach, describe, expect, it } from 'vitest'
import {
  clausesOf,
  inDebate,
  person,
  ratifiedWorld,
  RESOLVE,
  uuid,
  type World,
} from '../../test/kit/given.ts'
import { viewAmendments } from './view-amendments.server.ts'

const TEXTS = ['We meet on Mondays.', 'The hall is on Mill Street.', 'Tea is free.']

describe('the text if these pass', () => {
  let world: World
  let motion: string

  beforeEach(() => {
    world = ratifiedWorld()
    motion = inDebate(world, 'A hall', RESOLVE, TEXTS)
    amend('tuesday', { kind: 'replace', clause: clauseOf(0), text: 'We meet on Tuesdays.' })
    amend('friday', { kind: 'replace', clause: clauseOf(0), text: 'We meet on Fridays.' })
    amend('no tea', { kind: 'remove', clause: clauseOf(2) })
    amend('cake', { kind: 'insert', after: clauseOf(1), clause: uuid('cake clause'), text: 'So is cake.' })
  })

  function clauseOf(n: number): string {
    return clausesOf(...TEXTS)[n]?.id ?? ''
  }

  function amend(name: string, change: Record<string, string>): void {
    const body = { amendment: uuid(name), motion, changes: [change], reason: null }
    world.given(person(2), 'amendment.propose', body)
  }

  /** What the page shows under this address. */
  function preview(asked: string) {
    const found = world.org.motions.motions.get(motion)
    if (found === undefined) throw new Error('no motion')
    return viewAmendments(world.org, world.now, person(1), found, new URLSearchParams(asked)).preview
  }

  /** The text that the preview says, a clause a line; what goes away is not of it. */
  function textUnder(asked: string): readonly string[] | undefined {
    return preview(asked)
      ?.diffs?.filter(({ after }) => after !== null)
      .map(({ parts }) => parts.flatMap(({ kind, text }) => (kind === 'deleted' ? [] : [text])).join(''))
  }

  const chosen = (asked: string): readonly number[] | undefined =>
    preview(asked)?.choices.flatMap(({ number, chosen: is }) => (is ? [number] : []))
  const asking = (...names: readonly string[]): string =>
    new URLSearchParams([
      ['preview', ''],
      ...names.map((name): [string, string] => ['with', uuid(name)]),
    ]).toString()

  it('begins with all that collide with none', () => {
    expect(chosen('')).toEqual([3, 4])
    expect(textUnder('')).toEqual([TEXTS[0], TEXTS[1], 'So is cake.'])
  })

  it('makes all that were chosen, in one text, also one of two that collide', () => {
    const asked = asking('friday', 'no tea', 'cake')
    expect(chosen(asked)).toEqual([2, 3, 4])
    expect(textUnder(asked)).toEqual(['We meet on Fridays.', TEXTS[1], 'So is cake.'])
  })

  it('is the text as it stands where none was chosen', () => {
    expect(textUnder(asking())).toEqual(TEXTS)
  })

  it('is none where two that were chosen collide: it says which, and about which clause', () => {
    const asked = asking('tuesday', 'friday', 'cake')
    expect(preview(asked)).toMatchObject({ diffs: null, collisions: [{ a: 1, b: 2, clauses: [1] }] })
  })
})
