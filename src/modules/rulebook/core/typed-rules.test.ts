import { describe, expect, it } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { breaches, FLOORS } from './floors.ts'
import { breachSentences, rulebookMessages } from './messages.ts'
import { PRESET_NAMES, PRESETS } from './presets.ts'
import { ballotsOf } from './rule-set.ts'
import { boundOf, fieldsFromRules, PLAIN_RULES, rulesFromFields, takesFraction } from './typed-rules.ts'

const usual = fieldsFromRules(PRESETS.branch)

function read(changed: Readonly<Record<string, string>> = {}): ReturnType<typeof rulesFromFields> {
  const fields: Readonly<Record<string, string>> = { ...usual, ...changed }
  return rulesFromFields((field) => fields[field] ?? '')
}

function sentence(changed: Readonly<Record<string, string>>): string {
  const refusal = read(changed)
  return isRefusal(refusal) ? rulebookMessages.en['rule-malformed'](refusal.facts) : 'taken'
}

describe('rules typed into a form', () => {
  it.each(PRESET_NAMES)('come out as the preset %s went in', (name) => {
    const fields = fieldsFromRules(PRESETS[name])
    expect(rulesFromFields((field) => fields[field] ?? '')).toEqual(PRESETS[name])
  })

  it('say what members see of one another only where it is not what holds anyway', () => {
    expect(read({ directory: 'own-units' })).toEqual({ ...PRESETS.branch, directory: 'own-units' })
    expect(read({ directory: 'places' })).toEqual(PRESETS.branch)
    expect(fieldsFromRules({ ...PRESETS.branch, directory: 'names' })['directory']).toBe('names')
    expect(sentence({ directory: 'nobody' })).toContain('it must be one of those in the list.')
  })

  it('say which votes are secret only where one is, or where it would be kept otherwise', () => {
    expect(
      read({ 'ballots.elections': 'secret', 'ballots.keysFirst': '', 'ballots.ranksMost': '3' }),
    ).toEqual({
      ...PRESETS.branch,
      ballots: { ...ballotsOf(PRESETS.branch), elections: 'secret', keysFirst: null, ranksMost: 3 },
    })
    expect(read({ 'ballots.motions': 'open' })).toEqual(PRESETS.branch)
    expect(rulesFromFields((field) => (field.startsWith('ballots.') ? '' : (usual[field] ?? '')))).toEqual(
      PRESETS.branch,
    )
    expect(sentence({ 'ballots.recalls': 'hidden' })).toContain('it must be one of those in the list.')
    expect(sentence({ 'ballots.keyHours': '2' })).toContain('it must be 24 at least.')
  })

  it('say what tendencies and charges need only where it is not as usual', () => {
    expect(read({ 'tendencies.members': '2', 'tendencies.belowDays': '' })).toEqual({
      ...PRESETS.branch,
      tendencies: { members: 2, share: '1/50', belowDays: 90 },
    })
    expect(read({ 'discipline.noticeDays': '21' })).toMatchObject({
      discipline: { noticeDays: 21, expulsion: '2/3' },
    })
    expect(read({ 'tendencies.members': '3', 'discipline.noticeDays': '14' })).toEqual(PRESETS.branch)
    expect(sentence({ 'tendencies.share': 'half' })).toContain('Share of the roll that a tendency needs')
  })

  it('say which acts of office need a signature only where one does', () => {
    expect(read({ 'signatures.member.refuse': 'yes', 'signatures.meeting.decide': 'yes' })).toEqual({
      ...PRESETS.branch,
      signatures: { acts: ['meeting.decide', 'member.refuse'] },
    })
    expect(read({ 'signatures.member.refuse': '' })).toEqual(PRESETS.branch)
    const kept = { ...PRESETS.branch, signatures: { acts: ['member.admit'] } }
    const fields = fieldsFromRules(kept)
    expect(rulesFromFields((field) => fields[field] ?? '')).toEqual(kept)
  })

  it('are refused field by field, in words', () => {
    expect(sentence({ debateHours: 'soon' })).toBe(
      '“Hours of debate”: “soon” cannot be taken; it must be a whole number.',
    )
    expect(sentence({ debateHours: '9999' })).toBe(
      '“Hours of debate”: “9999” cannot be taken; it must be 8,760 at most.',
    )
    expect(sentence({ quorum: '' })).toContain(
      'nothing is filled in; it must be a fraction from 0 to 1 such as 2/3.',
    )
    expect(sentence({ 'majorities.unity.share': '3/2' })).toContain(
      '“Majority for points of unity”: “3/2” cannot be taken',
    )
    expect(sentence({ 'bounds.quorumLeast': 'x' })).toContain('“For units below: Least quorum”')
    expect(sentence({ name: '' })).toContain('a name of 1 to 100 characters')
  })

  it('break floors by their names', () => {
    const found = breaches(
      { ...PRESETS.branch, debateHours: 71, bounds: { ...FLOORS, termDaysMost: 999 } },
      FLOORS,
    )
    expect(breachSentences(found, 'en')).toBe(
      '“Hours of debate” is 71, but must be at least 72; “For units below: Longest term that may be allowed, in days” is 999, but must be at most 732',
    )
    expect(breachSentences(found, 'es')).toBe(
      '“Horas de debate” es 71, pero debe ser al menos 72; “Para las unidades inferiores: Período más largo que se puede permitir, en días” es 999, pero debe ser como máximo 732',
    )
  })

  it('are shown the bounds that they are held to', () => {
    const bounded = PLAIN_RULES.filter((rule) => boundOf(rule, FLOORS) !== undefined)
    expect(PLAIN_RULES.filter((rule) => !bounded.includes(rule))).toEqual([
      'amendmentFreezeHours',
      'secondingDays',
    ])
    for (const rule of bounded) {
      const beyond =
        boundOf(rule, FLOORS)?.side === 'most'
          ? takesFraction(rule)
            ? '1/1'
            : 10_000
          : takesFraction(rule)
            ? '0/1'
            : 0
      const found = breaches({ ...PRESETS.branch, amendmentFreezeHours: 0, [rule]: beyond }, FLOORS)
      expect(found).toEqual([
        { rule, value: beyond, bound: boundOf(rule, FLOORS)?.value, side: boundOf(rule, FLOORS)?.side },
      ])
    }
  })
})
