import type { Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayMoment } = speechIn('en')

/** What this module refuses. */
export type AppealCode =
  'unknown-appeal' | 'appeal-late' | 'appealed-already' | 'appeal-moot' | 'no-notice' | 'notice-rests'

export const english: Sentences<AppealCode> = {
  'unknown-appeal': () => 'There is no such appeal.',
  'appeal-late': ({ until }) => `The time to appeal ended on ${sayMoment(until)}.`,
  'appealed-already': () => 'You have appealed already; a panel drawn by lot looks at it once.',
  'appeal-moot': () => 'What this was about is over: the text was shown again, or the standing mended.',
  'no-notice': () => 'No notice about your standing is running.',
  'notice-rests': ({ until }) =>
    `A notice to this member was struck on appeal. No other can be given before ${sayMoment(until)}.`,
}
