import type { RequestEvent } from '@sveltejs/kit'
import { MINUTE } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { isPaperCode } from '#modules/access'
import { plenum } from '#views/plenum.server.ts'
import { createThrottle } from '#views/throttle.server.ts'

// Wide enough for a hall full of people who mistype behind one address; of 80 bits it leaves nothing to guess.
const wrongCodes = createThrottle(50, 15 * MINUTE)

/**
 * Whose invitation it is, wherever the secret came in. Wrong codes of the kind that is printed are counted by the asker's network;
 * those of links are too long for guessing, and nobody shall be kept from theirs.
 */
export async function readInvited(
  event: Pick<RequestEvent, 'getClientAddress'>,
  token: string,
): Promise<{ readonly member: string } | Refusal> {
  const { access, clock } = plenum()
  if (!isPaperCode(token)) return access.invitation(token, clock.now())
  const address = event.getClientAddress()
  const minutes = wrongCodes.minutesLeft(address)
  if (minutes > 0) return refuse('sign-in-throttled', { minutes })
  const invited = await access.invitation(token, clock.now())
  // One that was used or has run out was somebody's sheet, not a guess.
  if (isRefusal(invited) && invited.code === 'invitation-unknown') wrongCodes.count(address)
  return invited
}
