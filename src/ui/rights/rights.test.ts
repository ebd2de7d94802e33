import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MOST_PROTECTION_DAYS, PROTECTION_NOTICE_DAYS } from '#modules/discipline/core'
import {
  CEILINGS,
  DISCIPLINE_FLOORS as CHARGES,
  ELECTION_FLOORS as ELECTIONS,
  FLOORS,
  TENDENCY_FLOORS as TENDENCIES,
} from '#modules/rulebook/core'
import { rights as english } from '../words/en/rights.ts'
import { rights as spanish } from '../words/es/rights.ts'
import { RIGHTS, type Right } from './rights.ts'

const root = join(import.meta.dirname, '../../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const rights = Object.keys(RIGHTS) as Right[]

/** The line that README and docs have for a right. */
function lineOf(id: Right): string {
  const { right, floor } = english.list[id]
  return `| ${right} | ${floor} | “${RIGHTS[id].name}” (\`${RIGHTS[id].file}\`) |`
}

/** The numbers in a sentence, in its order. */
function numbersIn(sentence: string): readonly string[] {
  return sentence.match(/\d+(\/\d+)?/g) ?? []
}

type Numbers = readonly (number | string)[]
const WAITING: Numbers = [CEILINGS.debateHoursMost / 24, CEILINGS.votingHoursMost / 24]

/** The numbers that the words for a right have to name, of those that stand in floors.ts. */
const OF_RIGHTS: Partial<Record<Right, Numbers>> = {
  debate: [FLOORS.debateHoursLeast, FLOORS.votingHoursLeast, FLOORS.reportDaysLeast],
  roll: [FLOORS.admissionDaysLeast],
  waiting: [...WAITING, CEILINGS.admissionDaysMost, CEILINGS.secondingDaysLeast],
  tendency: [TENDENCIES.membersMost, TENDENCIES.shareMost, TENDENCIES.belowDaysLeast],
  majority: [FLOORS.rulesLeast, FLOORS.majorityMost, FLOORS.quorumLeast],
  recall: [ELECTIONS.recallShareMost, ELECTIONS.recallDaysLeast, FLOORS.termDaysMost],
  charge: [
    ...[CHARGES.chargersLeast, CHARGES.noticeDaysLeast, CHARGES.panelLeast],
    ...[CHARGES.expulsionLeast, CHARGES.appealDaysLeast],
  ],
  protection: [MOST_PROTECTION_DAYS, PROTECTION_NOTICE_DAYS, CHARGES.expulsionLeast],
  standing: [FLOORS.standingDaysLeast],
}

/** The same for the rows of the table of floors in the README. */
const OF_ROWS: Readonly<Record<string, Numbers>> = {
  debate: [FLOORS.debateHoursLeast],
  vote: [FLOORS.votingHoursLeast],
  seconds: [FLOORS.secondsMost],
  quorum: [FLOORS.quorumLeast, FLOORS.majorityMost],
  'ordinary majority': [FLOORS.ordinaryLeast],
  'points of unity, rules, units': [FLOORS.rulesLeast],
  'any majority': [FLOORS.majorityMost],
  admission: [FLOORS.admissionDaysLeast, FLOORS.vouchesMost],
  standing: [FLOORS.standingDaysLeast],
  "review of a meeting's decision": [FLOORS.reviewShareMost, FLOORS.reviewDaysLeast],
  'minority reports': [FLOORS.reportDaysLeast],
  'nominations, election': [ELECTIONS.nominationDaysLeast, ELECTIONS.votingDaysLeast],
  recall: [ELECTIONS.recallShareMost, ELECTIONS.recallDaysLeast],
  tendencies: [TENDENCIES.membersMost, TENDENCIES.shareMost, TENDENCIES.belowDaysLeast],
  charges: [
    ...[CHARGES.chargersLeast, CHARGES.limitationDaysMost, CHARGES.noticeDaysLeast],
    ...[CHARGES.panelLeast, CHARGES.findingDaysMost],
  ],
  measures: [
    ...[CHARGES.expulsionLeast, CHARGES.appealDaysLeast, CHARGES.suspensionDaysMost],
    ...[CHARGES.warningDaysMost, CHARGES.barDaysMost],
  ],
  'protective measures': [MOST_PROTECTION_DAYS, PROTECTION_NOTICE_DAYS],
  waiting: [
    ...[...WAITING, CEILINGS.nominationDaysMost, CEILINGS.electionDaysMost],
    ...[CEILINGS.admissionDaysMost, CEILINGS.secondingDaysLeast],
  ],
}

test.each(Object.entries(OF_RIGHTS))('the words for %s name the numbers of floors.ts', (id, numbers) => {
  for (const { list } of [english, spanish])
    expect(numbersIn(list[id as Right].floor)).toEqual(numbers.map(String))
})

test.each(Object.entries(OF_ROWS))('the README’s floor of %s is that of floors.ts', (row, numbers) => {
  const line = read('README.md')
    .split('\n')
    .find((each) => each.startsWith(`| ${row} |`))
  expect(numbersIn(line?.split('|')[2] ?? '')).toEqual(numbers.map(String))
})

describe.each(rights)('the right %s', (id) => {
  test('is proved by a test that there is', () => {
    const { file, name } = RIGHTS[id]
    const source = read(file)
    expect([`'${name}'`, `'${name}:`].some((quoted) => source.includes(quoted.replace(/:$/, '')))).toBe(true)
  })

  test.each(['README.md', 'docs/rights.md'])('stands in %s as it stands on the page', (file) => {
    expect(read(file)).toContain(lineOf(id))
  })

  test('has words in both languages', () => {
    expect(spanish.list[id].right).not.toBe(english.list[id].right)
    expect(spanish.list[id].floor).not.toBe(english.list[id].floor)
  })
})

test.each(['README.md', 'docs/rights.md'])('%s lists no right that the page does not', (file) => {
  const lines = read(file).match(/^\| .* \| “.*” \(`src\/.*`\) \|$/gm) ?? []
  expect(lines).toEqual(rights.map(lineOf))
})
