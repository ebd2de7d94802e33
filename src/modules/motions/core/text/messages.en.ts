import type { Refusal } from '#kernel/refusal'
import type { Sentences } from '#kernel/sentences'

/** Why changes are no amendment. */
export type TextRefusalCode =
  | 'unknown-clause'
  | 'clause-changed-twice'
  | 'clause-id-taken'
  | 'clause-empty'
  | 'changes-nothing'
  | 'nothing-left'

export const english: Sentences<TextRefusalCode> = {
  'unknown-clause': (facts) =>
    `The text has no clause ${shown(facts)}any more: it was changed while you wrote. Open the newest text and make your change there.`,
  'clause-changed-twice': (facts) =>
    `The amendment changes clause ${shown(facts)}twice. Put both changes into one wording of the clause.`,
  'clause-id-taken': (facts) =>
    `The new clause ${shown(facts)}bears the id of another clause. Reload the page and add the clause again.`,
  'clause-empty': () =>
    'A clause of the amendment has no words. To take a clause out, remove it; otherwise write its wording.',
  'changes-nothing': (facts) =>
    facts.clause === undefined
      ? 'The amendment changes nothing. Change, add or remove at least one clause.'
      : `The new wording of clause ${shown(facts)}is the same as the old one. Change it, or leave the clause out.`,
  'nothing-left': () =>
    'The amendment would remove every clause. To stand against the whole text, vote against the motion.',
}

function shown({ clause }: Refusal['facts']): string {
  return typeof clause === 'string' ? `“${clause}” ` : ''
}
