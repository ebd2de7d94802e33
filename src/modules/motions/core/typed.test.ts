import { describe, expect, it } from 'vitest'
import { motionMessages } from './messages.ts'
import { checkTypedClauses, checkTypedTitle } from './typed.ts'

describe('what was typed into the form of a motion', () => {
  it('needs a title of at most 200 characters', () => {
    expect(checkTypedTitle('')).toMatchObject({ code: 'title-missing' })
    expect(checkTypedTitle('x'.repeat(201))).toMatchObject({ code: 'title-too-long', facts: { length: 201, most: 200 } })
    expect(checkTypedTitle('x'.repeat(200))).toBeUndefined()
  })

  it('needs some text', () => {
    expect(checkTypedClauses([])).toMatchObject({ code: 'text-missing' })
    expect(checkTypedClauses(['We meet.'])).toBeUndefined()
  })

  it('is told its limits where it is too long', () => {
    const long = checkTypedClauses(['x'.repeat(300_000)])
    expect(long).toMatchObject({ code: 'motion-too-long', facts: { length: 300_000, most: 200_000 } })
    expect(motionMessages['motion-too-long'](long?.facts ?? {})).toContain('200,000')
    expect(checkTypedClauses(['x', 'x'.repeat(20_001)])).toMatchObject({ code: 'clause-too-long', facts: { number: 2 } })
    expect(checkTypedClauses(Array.from({ length: 501 }, () => 'x'))).toMatchObject({ code: 'too-many-clauses' })
  })
})
