import { say, type Sentences } from '#kernel/sentences'

/** What this module refuses. */
export type ProgramCode = 'unknown-point' | 'point-struck' | 'point-changed-meanwhile'

export const english: Sentences<ProgramCode> = {
  'unknown-point': () => 'There is no such point in the program.',
  'point-struck': ({ number }) => `Point ${say(number)} was struck from the program.`,
  'point-changed-meanwhile': ({ number }) =>
    `Point ${say(number)} was changed by another decision meanwhile. Write the motion anew against its present text.`,
}
