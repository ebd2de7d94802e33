import type { Outcome } from '#modules/counting/core'
import type { Otherwise } from '#organization'
import { count } from './common.ts'
import { sayHours } from './time.ts'

const outcomes: Readonly<Record<Outcome, string>> = {
  adopted: 'adopted',
  short: 'not adopted',
  tied: 'not adopted, tied',
  'nothing-cast': 'not adopted, nobody said yes or no',
  'no-quorum': 'not decided, too few took part',
}

export const whatIf = {
  title: 'What if: other rules',
  link: 'How would our last votes have ended under other rules?',
  linkThese: 'How would our last votes have ended under these rules?',
  linkTyped: 'Show our last votes under these rules (opens a new page)',
  lead: 'The same ballots, counted under other rules: how would our last votes have ended?',
  under: (rules: string, unit: string) => `“${rules}” in ${unit}`,
  breaches: 'These rules could not be adopted: they are outside the bounds.',
  none: 'No vote has closed here yet: there is nothing to compare.',
  result: (differ: number, all: number) =>
    differ === 0
      ? `All of the last ${count(all, 'vote', 'votes')} would have ended as they did.`
      : `${differ} of the last ${count(all, 'vote', 'votes')} would have ended otherwise.`,
  caution:
    'Only the counting is done anew. Under other rules people might have acted otherwise; what would have been different besides stands at each vote.',
  differs: 'Differs',
  changed: (then: string, now: string) => `Then ${then}; under these rules ${now}.`,
  same: (now: string) => `As it was: ${now}.`,
  outcomes,
  arithmetic: 'Arithmetic',
  then: 'Then',
  now: 'Under these rules',
  otherwise: 'Besides:',
  choosePreset: 'Take rules that are ready',
  preset: 'Rules',
  unit: 'Votes of',
  show: 'Show the last votes',
  fill: 'Or fill in rules of your own',
  fillLead: 'What stands here is in force, or what you asked about last. Nothing is entered by this.',
  count: 'How many votes',
}

/** What else would have gone otherwise, and that the rest cannot be known. */
export function sayOtherwise(each: Otherwise): string {
  switch (each.kind) {
    case 'seconds':
      return `The motion had ${count(each.had, 'second', 'seconds')} when its debate opened, and these rules ask for ${each.needed} (in a small unit for a fifth of its members). Whether it would have got more cannot be known.`
    case 'debate':
      return `It was debated for ${sayHours(each.was)}; these rules say ${sayHours(each.would)}. What would have been said and amended cannot be known.`
    case 'voting':
      return `The vote was open for ${sayHours(each.was)}; these rules say ${sayHours(each.would)}. Who would have voted cannot be known.`
    case 'shut-out':
      return `Amendment ${each.number} had ${count(each.had, 'second', 'seconds')}, and these rules ask for ${each.needed}: it would not have been put to the vote.`
    case 'let-in':
      return `Amendment ${each.number} had ${count(each.had, 'second', 'seconds')}, and these rules ask for ${each.needed}: it would have been put to the vote. How that would have ended cannot be known.`
    case 'text':
      return 'Its amendments would have ended otherwise, so another text would have been put to the vote. How people would have voted on it cannot be known.'
  }
}
