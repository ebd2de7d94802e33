import { say, type Sentences } from '#kernel/sentences'
import { breachSentences } from '#modules/rulebook/core'

/** What this module refuses. */
export type UnitCode =
  | 'already-founded'
  | 'rules-outside-bounds'
  | 'signature-not-demandable'
  | 'unit-elsewhere'
  | 'unit-exists'
  | 'unit-name-taken'
  | 'place-under-group'
  | 'too-many-units'
  | 'unknown-unit'
  | 'unit-name-missing'
  | 'unit-name-too-long'

export const english: Sentences<UnitCode> = {
  'already-founded': () => 'The organization is founded already.',
  'rules-outside-bounds': ({ breaches }) =>
    `These rules go beyond their bounds: ${breachSentences(breaches, 'en')}.`,
  'signature-not-demandable': ({ act }) =>
    `No rule can demand a signature for “${say(act)}”: only for what somebody does in an office. What every member may do never depends on a device.`,
  'unit-elsewhere': () => 'This belongs to another unit. Put the motion to the unit it concerns.',
  'unit-exists': () => 'A unit with this id exists already.',
  'unit-name-taken': ({ name }) => `There is a unit named “${say(name)}” here already. Choose another name.`,
  'place-under-group': ({ unit }) => `“${say(unit)}” is a group; places lie in places only.`,
  'too-many-units': ({ most }) => `There can be ${say(most)} units at most.`,
  'unknown-unit': () => 'There is no such unit.',
  'unit-name-missing': () => 'Give the unit a name.',
  'unit-name-too-long': ({ length, most }) =>
    `The name has ${say(length)} characters; ${say(most)} is the most.`,
}
