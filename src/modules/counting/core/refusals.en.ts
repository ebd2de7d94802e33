import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { CountCode } from './methods.ts'

const { sayNumber } = speechIn('en')

export const english: Sentences<CountCode> = {
  'count-option-fixed': ({ option, value }) =>
    `The option ${say(option)} cannot be “${say(value)}” with this method: its rule says something else.`,
  'count-one-seat': ({ seats }) =>
    `This method fills one seat, and there are ${sayNumber(seats)}. Choose a method for several seats.`,
  'count-no-seats': () => 'There is no seat to fill. Say how many there are.',
  'count-too-many-voters': ({ voters, most }) =>
    `The ballots stand for ${sayNumber(voters)} voters. More than ${sayNumber(most)} cannot be counted exactly, and there are not so many people.`,
}
