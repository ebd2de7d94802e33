import { describe, expect, it } from 'vitest'
import { motionMessages } from './messages.ts'
import { checkTypedClauses, checkTypedMeeting, checkTypedReport, checkTypedTitle } from './typed.ts'

describe('what was typed into the form of a motion', () => {
  it('needs a title of at most 200 characters', () => {
    expect(checkTypedTitle('')).toMatchObject({ code: 'title-missing' })
    expect(checkTypedTitle('x'.repeat(201))).toMatchObject({
      code: 'title-too-long',
      facts: { length: 201, most: 200 },
    })
    expect(checkTypedTitle('x'.repeat(200))).toBeUndefined()
  })

  it('needs some text', () => {
    expect(checkTypedClauses([])).toMatchObject({ code: 'text-missing' })
    expect(checkTypedClauses(['We meet.'])).toBeUndefined()
  })

  it('is told its limits where it is too long', () => {
    const long = checkTypedClauses(['x'.repeat(300_000)])
    expect(long).toMatchObject({ code: 'motion-too-long', facts: { length: 300_000, most: 200_000 } })
    expect(motionMessages.en['motion-too-long'](long?.facts ?? {})).toContain('200,000')
    expect(checkTypedClauses(['x', 'x'.repeat(20_001)])).toMatchObject({
      code: 'clause-too-long',
      facts: { number: 2 },
    })
    expect(checkTypedClauses(Array.from({ length: 501 }, () => 'x'))).toMatchObject({
      code: 'too-many-clauses',
    })
  })

  it('says how long a minority report may be', () => {
    expect(checkTypedReport('')).toMatchObject({ code: 'report-missing' })
    expect(checkTypedReport('x'.repeat(20_001))).toMatchObject({
      code: 'report-too-long',
      facts: { most: 20_000 },
    })
    expect(checkTypedReport('We disagree.')).toBeUndefined()
  })

  it('needs time, count and tellers for what a meeting decided', () => {
    const typed = { heldAt: 1, tally: { yes: 1, no: 0, abstain: 0 }, tellers: ['m-1', 'm-2'] }
    expect(checkTypedMeeting(typed)).toBeUndefined()
    expect(checkTypedMeeting({ ...typed, heldAt: undefined })).toMatchObject({ code: 'meeting-time-missing' })
    const tally = { ...typed.tally, no: Number.NaN }
    expect(checkTypedMeeting({ ...typed, tally })).toMatchObject({ code: 'count-missing' })
    expect(checkTypedMeeting({ ...typed, tellers: ['m-1', ''] })).toMatchObject({ code: 'tellers-missing' })
  })
})
