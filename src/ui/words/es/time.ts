import { DAY, HOUR, MINUTE, type Instant } from '#kernel/instant'
import { speechIn } from '#kernel/speech'

const { sayCount, sayDay, sayMoment } = speechIn('es')
const minutes = { one: 'minuto', other: 'minutos' }
const hours = { one: 'hora', other: 'horas' }
const days = { one: 'día', other: 'días' }

export { sayDay, sayMoment }

/** How long something takes or is away: in days from two days on, in hours from two hours on. */
function saySpan(span: number): string {
  if (span >= 2 * DAY) return sayCount(Math.floor(span / DAY), days)
  if (span >= 2 * HOUR) return sayCount(Math.floor(span / HOUR), hours)
  return sayCount(Math.max(1, Math.floor(span / MINUTE)), minutes)
}

/** Such as “quedan 2 días”. */
export function sayLeft(until: Instant, now: Instant): string {
  if (until <= now) return 'terminó'
  const span = saySpan(until - now)
  return span.startsWith('1 ') ? `queda ${span}` : `quedan ${span}`
}

/** A number of hours as rules name them: full days as days. */
export function sayHours(number: number): string {
  if (number % 24 === 0 && number >= 48) return sayCount(number / 24, days)
  return sayCount(number, hours)
}
