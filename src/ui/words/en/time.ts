import { DAY, HOUR, MINUTE, type Instant } from '#kernel/instant'
import { speechIn } from '#kernel/speech'

const { sayCount, sayDay, sayMoment } = speechIn('en')
const minutes = { one: 'minute', other: 'minutes' }
const hours = { one: 'hour', other: 'hours' }
const days = { one: 'day', other: 'days' }

export { sayDay, sayMoment }

/** How long something takes or is away: in days from two days on, in hours from two hours on. */
function saySpan(span: number): string {
  if (span >= 2 * DAY) return sayCount(Math.floor(span / DAY), days)
  if (span >= 2 * HOUR) return sayCount(Math.floor(span / HOUR), hours)
  return sayCount(Math.max(1, Math.floor(span / MINUTE)), minutes)
}

/** Such as “2 days left”. */
export function sayLeft(until: Instant, now: Instant): string {
  return until > now ? `${saySpan(until - now)} left` : 'over'
}

/** A number of hours as rules name them: full days as days. */
export function sayHours(number: number): string {
  if (number % 24 === 0 && number >= 48) return sayCount(number / 24, days)
  return sayCount(number, hours)
}
