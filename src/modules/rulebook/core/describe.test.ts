import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '#kernel/language'
import { describeBounds, describeRules } from './describe.ts'
import { FLOORS } from './floors.ts'
import { PRESET_NAMES, PRESETS } from './presets.ts'
import { ballotsOf, type RuleSet } from './rule-set.ts'

function sentences(rules: RuleSet, language: Language = 'en'): readonly string[] {
  return describeRules(rules, language).flatMap(({ sentences }) => sentences)
}

describe('rules in plain words', () => {
  it('say what the branch preset says', () => {
    expect(sentences(PRESETS.branch)).toEqual([
      'A motion goes into debate once 2 other members second it; without that it lapses after 30 days.',
      'It is debated for 7 days, then put to the vote.',
      'Amendments are taken until 24 hours before the debate ends.',
      'An amendment is put to the vote if another member seconds it.',
      'A vote is open for 5 days.',
      'At least 1/5 of the roll must take part, or nothing is decided. Abstaining is taking part.',
      'Motions and amendments are adopted by more than 1/2 of the votes cast (yes and no).',
      'Points of unity are adopted, changed and struck by at least 2/3 of the votes cast (yes and no).',
      'Rules and units are changed by at least 2/3 of the votes cast (yes and no).',
      'Minority reports can be attached to a decision for 30 days.',
      'All votes are open: once one has closed, every member sees who voted how.',
      'After a secret vote every member sees who took part.',
      'On a roll of 500 or more, the keys to a secret vote are given out for 3 days before anybody votes.',
      'A secret ballot may rank every candidate.',
      'The result of fewer than 10 secret ballots is not broken down.',
      'A meeting can decide at once what cannot wait, if at least 1/5 of the roll is counted there.',
      'For 14 days after that, 1/10 of the roll can demand a review: the decision is debated again and put to the vote of all.',
      'Before an applicant is admitted, 2 members vouch for them.',
      'Whoever is admitted votes from the 14th day on.',
      'Standing lapses only after 30 days of notice, in which it can be mended.',
      'Every member sees the names of all members, with the unit they live in and their standing. Whoever acts in the open (holds an office, proposes, seconds, speaks, signs, votes by open ballot) is named beside it.',
      'A tendency stands with 3 signatories, or 1/50 of the roll where that is more. With fewer it ends after 90 days.',
      'A charge is brought by 3 members together, within 183 days of the deed.',
      'The charged member has 14 days to answer; then a panel of 5, drawn by lot, finds within 30 days, or the charge lapses.',
      'The members decide in secret: a measure needs more than half of the votes cast, an expulsion 2/3. It holds only after 30 days in which an appeal can be made.',
      'A warning is gone after 183 days; a suspension lasts 92 days at most; whoever was expelled may apply again after 731 days.',
      'An office is given for 366 days at most.',
      'Offices are filled by single transferable vote by the Scottish rules: nominations are open for 14 days, the election for 7 days.',
      'At least 1/10 of the roll must take part in an election, or it is held again.',
      'A seat that becomes free is filled by counting the ballots of its election again, without whoever left.',
      'Unless an office says otherwise, nobody holds it for more than 2 terms in a row.',
      'Whoever holds an office is recalled by vote: 1/10 of the roll puts it to the vote by signing within 30 days.',
      'Whoever holds one reports on it every 90 days; who is silent is seen.',
      'Nothing that anybody does in an office needs the signature of a device.',
    ])
  })

  it('have as many sentences for every rule set, and another one for every rule that differs', () => {
    for (const name of PRESET_NAMES)
      for (const language of LANGUAGES)
        expect(sentences(PRESETS[name], language)).toHaveLength(sentences(PRESETS.branch).length)
    const other: RuleSet = {
      ...PRESETS.branch,
      motionSeconds: 0,
      amendmentSeconds: 0,
      amendmentFreezeHours: 0,
      vouches: 0,
      admissionDays: 21,
      directory: 'own-units',
      ballots: {
        ...ballotsOf(PRESETS.branch),
        ...{ elections: 'secret', recalls: 'secret', keysFirst: null, participation: 'committed' },
        ...{ ranksMost: 5, smallest: 1 },
      },
    }
    const changed = sentences(other).filter((sentence, i) => sentence !== sentences(PRESETS.branch)[i])
    expect(changed).toEqual([
      'A motion goes into debate as soon as it is proposed.',
      'Amendments are taken until the debate ends.',
      'Every amendment is put to the vote.',
      'Votes on offices and recalls are secret: nobody sees who voted how, and everybody can count the ballots. Delegates vote openly.',
      'After a secret vote every member sees how many took part, and each can check what is said of themselves.',
      'The keys to a secret vote are given out while it is open.',
      'A secret ballot has 5 ranks at most: a long ranking can tell whose it is.',
      'The result of fewer than 1 secret ballot is not broken down.',
      'Nobody has to vouch for an applicant.',
      'Whoever is admitted votes from the 21st day on.',
      'Members see the names of those with whom they share a unit, and of no others. Whoever acts in the open (holds an office, proposes, seconds, speaks, signs, votes by open ballot) is named beside it.',
    ])
  })

  it('name every floor', () => {
    expect(describeBounds(FLOORS, 'es')).toHaveLength(Object.keys(FLOORS).length)
    expect(describeBounds(FLOORS, 'en')[0]).toBe('A debate lasts 3 days at least.')
  })

  it('are said in Spanish too', () => {
    expect(sentences(PRESETS.branch, 'es').slice(0, 3)).toEqual([
      'Una moción entra en debate en cuanto la secundan 2 personas más; si no, caduca tras 30 días.',
      'Se debate durante 7 días y luego se somete a votación.',
      'Se reciben enmiendas hasta 24 horas antes de que termine el debate.',
    ])
  })
})
