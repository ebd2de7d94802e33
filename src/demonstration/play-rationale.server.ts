import { castId } from './people.ts'
import { idFor, type Play } from './play.server.ts'
import { pointId } from './play-motion.server.ts'
import type { RationaleScript } from './script/kinds.ts'

/** Why somebody holds a point. */
export function playRationale(play: Play, { day, by, point, text }: RationaleScript): void {
  play.add(play.at(day), () => {
    const { ref, row } = play.hold(text)
    const body = { rationale: idFor('rationale', point, by, day), point: pointId(point), text: ref }
    return [{ by: castId(by), type: 'rationale.add', body, rows: [row] }]
  })
}
