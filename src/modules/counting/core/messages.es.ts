import { speechIn } from '#kernel/speech'
import type { CountingWords } from './words.ts'
import type { Majority } from './yes-no.ts'

const { sayCount, sayNumber } = speechIn('es')

const BASES: Readonly<Record<Majority['of'], string>> = {
  cast: 'votos emitidos (a favor y en contra)',
  present: 'integrantes que participaron',
  roll: 'integrantes del padrón',
}

export const spanish: CountingWords = {
  quorum({ roll, took, quorumNeeded, threshold }) {
    const reached = took >= quorumNeeded ? 'sí hubo quórum' : 'no hubo quórum'
    return `Quórum: ${threshold.quorum} de ${sayNumber(roll)} del padrón = debían participar ${sayNumber(quorumNeeded)}; participaron ${sayNumber(took)}, así que ${reached}.`
  },
  majority({ base, needed, tally, threshold }) {
    const { more, of, share } = threshold.majority
    const abstained = sayCount(tally.abstain, { one: 'abstención', other: 'abstenciones' })
    return `Se necesitaba ${more ? 'más de' : 'al menos'} ${share} de ${sayNumber(base)} ${BASES[of]} = ${sayNumber(needed)}; hubo ${sayNumber(tally.yes)} a favor, ${sayNumber(tally.no)} en contra, ${abstained}.`
  },
  outcomes: {
    adopted: 'Aprobada.',
    short: 'No aprobada: hubo muy pocos votos a favor.',
    tied: 'No aprobada: un empate no aprueba nada.',
    'nothing-cast': 'No aprobada: nadie votó a favor ni en contra, y sin votos no se aprueba nada.',
    'no-quorum': 'Sin decisión: participaron muy pocas personas.',
  },
}
