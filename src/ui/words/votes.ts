import { inLanguages } from '../language.ts'
import * as en from './en/votes.ts'
import * as es from './es/votes.ts'

export const { CHOICE_NAMES, voteHeading, voteOutcome, rollCall, votes } = inLanguages<typeof en>({ en, es })
