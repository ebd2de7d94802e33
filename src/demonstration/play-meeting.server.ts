import { HOUR } from '#kernel/instant'
import { statusOf } from '#modules/members/core'
import { isOnRoll, rollOf } from '#modules/voting/core'
import { chance } from './chance.ts'
import { castId } from './people.ts'
import { idFor, type Play } from './play.server.ts'
import { playSpeeches } from './play-motion.server.ts'
import type { MeetingScript } from './script/kinds.ts'

/** What a meeting decided, from the entry by its officer to the petition, if there is one. */
export function playMeeting(play: Play, script: MeetingScript): void {
  const { key, day, by, confirmedBy, petition = 0, speeches = [] } = script
  const motion = idFor('motion', key)
  play.add(play.at(day), (org, now) => {
    const unit = idFor('unit', script.unit)
    const present = Math.round(script.room.turnout * rollOf(org, unit, now).size)
    const abstain = Math.round((script.room.abstain ?? 0.05) * present)
    const yes = Math.round(script.room.yes * (present - abstain))
    const body = {
      motion,
      title: script.title,
      clauses: script.text.map((text, n) => ({ id: idFor('clause', key, n + 1), text })),
      heldAt: now - 3 * HOUR,
      tally: { yes, no: present - abstain - yes, abstain },
      tellers: script.tellers.map(castId),
    }
    return [{ by: castId(by), type: 'meeting.decide', unit, body }]
  })
  play.add(play.at(day + 0.6), () => [{ by: castId(confirmedBy), type: 'meeting.confirm', body: { motion } }])
  if (petition > 0) playPetition(play, script, petition)
  playSpeeches(play, key, speeches, day + 4.5, day + 9)
}

/** Signatures for a review, over three days, by whoever is not among those who decided it. */
function playPetition(play: Play, script: MeetingScript, share: number): void {
  const motion = idFor('motion', script.key)
  const unit = idFor('unit', script.unit)
  const officers = new Set([script.by, script.confirmedBy, ...script.tellers].map(castId))
  const against = (script.speeches ?? []).filter(({ side }) => side === 'against').map(({ by }) => castId(by))
  for (const part of [1, 2, 3, 4])
    play.add(play.at(script.day + 1 + part * 0.7), (org, now) => {
      const stage = org.motions.motions.get(motion)?.stage
      if (stage?.kind !== 'decided' || stage.review === null) return []
      const wanted = Math.ceil((share * stage.review.needed * part) / 4)
      const most = Math.min(wanted, stage.review.needed) - stage.review.petitioners.length
      const signed = new Set(stage.review.petitioners)
      const may = chance('petition', script.key)
        .shuffle(org.members.ids.values())
        .filter((id) => {
          const index = org.members.indices.get(id) ?? -1
          const isThere = statusOf(org.members, id) === 'member' && isOnRoll(org, unit, index, now)
          return isThere && !signed.has(index) && !officers.has(id)
        })
      const first = may.filter((id) => against.includes(id))
      return [...new Set([...first, ...may])]
        .slice(0, Math.max(0, most))
        .map((id) => ({ by: id, type: 'review.petition', body: { motion } }))
    })
}
