import { DAY } from '#kernel/instant'
import { appealPanels } from '#modules/appeals/core'
import { casePanelSubject } from '#modules/discipline/core'
import type { Org } from '#organization'
import { awake, type Play } from './play.server.ts'

const subjects = { case: casePanelSubject, ...appealPanels }
// Days in which somebody answers.
const ANSWERED = 0.4

/**
 * Whoever is drawn takes the seat, or steps aside: where it concerns them, and where they leave or get notice later in the story, so that a
 * panel, whomever the lot takes, is there when it finds.
 */
export function createPanelReactions(play: Play): (org: Org) => void {
  const seen = new Set<string>()
  const isNew = (id: string): boolean => !seen.has(id) && seen.add(id).has(id)
  return (org) => {
    for (const { id, subject, stage, seats } of org.panels.panels.values()) {
      if (stage.kind !== 'seating') continue
      for (const { member, accepted } of seats)
        if (accepted === null && isNew(`${id}/${member}`))
          play.add(awake(org.head.get().at + ANSWERED * DAY), (now) => {
            const isInvolved =
              subject.kind in subjects &&
              subjects[subject.kind as keyof typeof subjects].isInvolved(now, subject.id, member)
            const type = isInvolved || play.leaving.has(member) ? 'panel.recuse' : 'panel.accept'
            return [{ by: member, type, body: { panel: id } }]
          })
    }
  }
}
