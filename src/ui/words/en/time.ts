import { DAY, HOUR, MINUTE, type Instant } from '#kernel/instant'

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' })

/** Such as “3 December 2026”. */
export function sayDay(at: Instant): string {
  return day.format(at)
}

/** Such as “3 December 2026, 14:05 UTC”. */
export function sayMoment(at: Instant): string {
  return `${day.format(at)}, ${clock.format(at)} UTC`
}

/** How long something takes or is away: in days from two days on, in hours from two hours on. */
function saySpan(span: number): string {
  if (span >= 2 * DAY) return `${Math.floor(span / DAY)} days`
  if (span >= 2 * HOUR) return `${Math.floor(span / HOUR)} hours`
  const minutes = Math.max(1, Math.floor(span / MINUTE))
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

/** Such as “2 days left”. */
export function sayLeft(until: Instant, now: Instant): string {
  return until > now ? `${saySpan(until - now)} left` : 'over'
}

/** A number of hours as rules name them: full days as days. */
export function sayHours(hours: number): string {
  if (hours % 24 === 0 && hours >= 48) return `${hours / 24} days`
  return hours === 1 ? '1 hour' : `${hours} hours`
}
