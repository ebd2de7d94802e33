import { castId } from './people.ts'
import { idFor, type Play } from './play.server.ts'
import { pointId } from './play-motion.server.ts'
import type { TendencyScript } from './script/kinds.ts'

/** A tendency: its founding, who signs and is taken in, and what it says beside motions. */
export function playTendency(play: Play, script: TendencyScript): void {
  const { key, day, by, name, signers, statements } = script
  const tendency = idFor('tendency', key)
  const platform = script.platform.map((stance) => ({
    ...stance,
    clauses: [...stance.clauses],
    point: stance.point === null ? null : pointId(stance.point),
  }))
  play.add(play.at(day), () => [
    {
      by: castId(by),
      type: 'tendency.found',
      body: { tendency, unit: idFor('unit', 'league'), name, platform },
    },
  ])
  for (const [n, signer] of signers.entries()) {
    const member = castId(signer)
    const signed = day + 0.6 + n * 0.8
    play.add(play.at(signed), () => [{ by: member, type: 'tendency.sign', body: { tendency } }])
    play.add(play.at(signed + 0.3), () => [
      { by: castId(by), type: 'tendency.take', body: { tendency, member } },
    ])
  }
  for (const { day: said, by: speaker, motion, text } of statements)
    play.add(play.at(said), () => {
      const { ref, row } = play.hold(text)
      const body = { tendency, motion: idFor('motion', motion), text: ref }
      return [{ by: castId(speaker), type: 'tendency.state', body, rows: [row] }]
    })
}
