import { DAY, HOUR, MINUTE, type Instant } from '#kernel/instant'
import { readAllPreferences } from '#modules/notices'
import { DEFAULTS, slotBefore, WEEK } from '#modules/notices/core'
import { statusAt } from '#modules/members/core'
import type { NewItem, Planner } from '#modules/outbox'
import { mailItem } from './follow-record.server.ts'
import type { Office } from './reader.server.ts'

/** Another process's clock may be a minute behind: what it enters until then belongs to the week that has just ended. */
const LAG = 2 * MINUTE

/** Queues the weekly message of each member when it is due; after a long stop one for all the weeks. */
export function planWeekly({ plenum, settings }: Office): Planner {
  const { hour } = settings
  return {
    name: 'notices-weekly',
    async plan(after, until) {
      const span = { after: after - LAG, until: until - LAG }
      if (!touches(span, hour)) return []
      const preferences = await readAllPreferences(plenum.database)
      const members = await plenum.clerk.read((org) =>
        org.members.ids
          .values()
          .filter((_, index) => ['member', 'listed'].includes(statusAt(org.members, index))),
      )
      return members.flatMap((member) => {
        const { level, weekday } = preferences.get(member) ?? DEFAULTS
        const slot = level === 'weekly' ? slotBefore(span.until, member, { weekday, hour }) : 0
        return slot > span.after ? [weeklyItem(member, span.after, slot)] : []
      })
    },
  }
}

/** Whether the hour in which messages go lies in the span, on whichever day: otherwise nobody is looked at. */
function touches({ after, until }: { after: Instant; until: Instant }, hour: number): boolean {
  const start = Math.floor(until / DAY) * DAY + hour * HOUR
  return [start, start - DAY].some((from) => until >= from && after < from + HOUR)
}

function weeklyItem(member: string, after: Instant, slot: Instant): NewItem {
  // The next one tells what this one could not.
  const when = { notBefore: slot, notAfter: slot + WEEK - HOUR }
  return mailItem(`weekly/${slot}/${member}`, member, { about: 'weekly', after, until: slot }, when)
}
