import { randomBytes } from 'node:crypto'
import { bug } from '#kernel/bug'
import { toBase64 } from '#kernel/bytes'
import { commitmentToComplaint, personsFor } from '#modules/complaints/core'
import { homeAt, idAt, indexOf } from '#modules/members/core'
import { NOBODY } from '#modules/record/core'
import type { Org } from '#organization'
import { castId } from './people.ts'
import { idFor, type Cue, type Play } from './play.server.ts'
import type { ComplaintScript } from './script/kinds.ts'

/** A complaint, and what those do who were elected for it. All of it is entered by nobody. */
export function playComplaint(play: Play, script: ComplaintScript): void {
  const { key, day, answered, separation, settled } = script
  const id = idFor('complaint', key)
  play.add(play.at(day), (org) => opening(org, script))
  if (answered !== undefined)
    play.add(play.at(answered.day), (org) => {
      const person = org.complaints.matters.get(id)?.to[0] ?? bug(`nobody was asked about ${key}`)
      const body = { complaint: id, by: idAt(org.members, person) }
      const cues: Cue[] = [
        { by: NOBODY, type: 'complaint.take', body: { complaint: id } },
        {
          ...{ by: NOBODY, type: 'complaint.write', body },
          sealed: { about: id, field: 'text', text: answered.text },
        },
      ]
      const apart = { complaint: id, days: separation ?? 0 }
      return separation === undefined
        ? cues
        : [...cues, { by: NOBODY, type: 'complaint.separate', body: apart }]
    })
  if (settled !== undefined)
    play.add(play.at(settled), () => [
      { by: NOBODY, type: 'complaint.close', body: { complaint: id, how: 'settled' } },
    ])
}

function opening(org: Org, { key, by, about, text }: ComplaintScript): readonly Cue[] {
  const id = idFor('complaint', key)
  const [complainant, other] = [castId(by), castId(about)]
  const [own, concerned] = [indexOf(org.members, complainant), indexOf(org.members, other)]
  const unit = homeAt(org, own).id
  const to = personsFor(org, unit, [own, concerned]).map((index) => idAt(org.members, index))
  const salt = toBase64(randomBytes(16))
  const commitment = commitmentToComplaint(id, complainant, other, salt)
  const named = { complaint: id, unit, complainant, about: other, representative: null, to, salt }
  return [
    { by: NOBODY, type: 'complaint.name', body: named, sealed: { about: id, field: 'text', text } },
    { by: NOBODY, type: 'complaint.open', body: { complaint: id, unit, commitment, persons: to.length } },
  ]
}
