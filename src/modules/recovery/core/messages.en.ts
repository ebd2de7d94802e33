import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayMoment } = speechIn('en')

/** What this module refuses. */
export type RecoveryCode =
  | 'unknown-recovery'
  | 'recovery-own'
  | 'recovery-far'
  | 'recovery-vouched'
  | 'recovery-of-another'
  | 'recovery-keepers'
  | 'recovery-not-due'
  | 'recovery-not-ripe'
  | 'recovery-not-yours'
  | 'recovery-voucher-gone'
  | 'recovery-proof-wrong'
  | 'recovery-throttled'
  | 'recovery-number-wrong'

export const english: Sentences<RecoveryCode> = {
  'unknown-recovery': () => 'There is no such recovery under way. It was stopped, used, or has run out.',
  'recovery-own': () => 'Nobody vouches for themselves.',
  'recovery-far': ({ unit }) => `Those who vouch belong to “${say(unit)}”, where they can know the member.`,
  'recovery-vouched': () => 'Two members vouch for this already.',
  'recovery-of-another': () => 'This number stands for another member.',
  'recovery-keepers': () =>
    'One who keeps the roll vouches for this already. The second has to be somebody who does not.',
  'recovery-not-due': () => 'This is not due.',
  'recovery-not-ripe': ({ until }) =>
    until === null
      ? 'Two members have to vouch first.'
      : `It can be used from ${sayMoment(until)} on. Until then it can be stopped.`,
  'recovery-not-yours': () => 'Only the member concerned and those who vouch can stop a recovery.',
  'recovery-voucher-gone': () =>
    'Somebody who vouched is no member in good standing any more. Ask anew, and ask others to vouch.',
  'recovery-proof-wrong': () => 'This is not the code of this request.',
  'recovery-throttled': ({ minutes }) =>
    `There were too many requests from your connection. Try again in ${say(minutes)} minutes.`,
  'recovery-number-wrong': () =>
    'There is no request of this number. Ask for it again, letter by letter; it holds for 14 days.',
}
