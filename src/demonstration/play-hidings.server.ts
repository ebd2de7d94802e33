import { bug } from '#kernel/bug'
import type { Org } from '#organization'
import { castId } from './people.ts'
import { idFor, type Play } from './play.server.ts'
import type { HidingScript } from './script/kinds.ts'
import { MOTIONS } from './script/story.ts'

/** A speech that is hidden, and its author's appeal. */
export function playHiding(play: Play, script: HidingScript): void {
  const { key, day, by, motion, speech, rule, reason, appeal } = script
  const ref = { kind: 'speech', about: idFor('motion', motion), id: idFor('speech', motion, speech) }
  play.add(play.at(day), (org) => {
    const cited = { unit: idFor('unit', 'league'), version: 1, number: rule }
    const body = { ...ref, text: speechText(org, ref), rule: cited, reason }
    return [{ by: castId(by), type: 'text.hide', body }]
  })
  if (appeal === undefined) return
  const author = MOTIONS.find((each) => each.key === motion)?.speeches?.[speech]?.by
  if (author === undefined) bug(`there is no speech ${speech} beside ${motion} to be hidden`)
  play.add(play.at(appeal.day), (org) => {
    const held = play.hold(appeal.text)
    const body = { appeal: idFor('appeal', key), ...ref, text: speechText(org, ref), reason: held.ref }
    return [{ by: castId(author), type: 'hiding.appeal', body, rows: [held.row] }]
  })
  playAppeal(play, key, appeal)
}

/** Of the three whom the lot took one proposes, the last dissents, and the second agrees. */
function playAppeal(
  play: Play,
  key: string,
  { found, grant, reasons, dissent }: NonNullable<HidingScript['appeal']>,
): void {
  const proposal = idFor('finding', key)
  const scene = (day: number, seat: number, type: string, body: object, text?: string): void => {
    play.add(play.at(day), ({ appeals, panels }) => {
      const id = appeals.appeals.get(idFor('appeal', key))?.panel ?? ''
      const by = panels.panels.get(id)?.seats.at(seat)?.member ?? bug(`nobody sits on the panel on ${key}`)
      if (text === undefined) return [{ by, type, body: { panel: id, ...body } }]
      const { ref, row } = play.hold(text)
      return [{ by, type, body: { panel: id, ...body, reasons: ref }, rows: [row] }]
    })
  }
  scene(found, 0, 'panel.propose', { proposal, outcome: { grant } }, reasons)
  scene(found + 0.3, -1, 'panel.dissent', {}, dissent)
  scene(found + 0.6, 1, 'panel.agree', { proposal })
}

function speechText(
  { motions }: Org,
  { about, id }: { readonly about: string; readonly id: string },
): string {
  const speech = motions.speeches
    .get(about)
    ?.values()
    .find((each) => each.id === id)
  return speech?.text ?? bug('a speech is to be hidden that nobody has given')
}
