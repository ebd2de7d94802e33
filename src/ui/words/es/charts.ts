import type { charts as english } from '../en/charts.ts'

export const charts: typeof english = {
  tookPart: (took, roll) => `Participaron: ${took} de ${roll}`,
  quorum: (needed) => `quórum ${needed}`,
  votes: (yes, no) => `Votos: ${yes} a favor, ${no} en contra`,
  needed: (needed) => `se necesitaban ${needed}`,
  yes: (yes) => `A favor ${yes}`,
  no: (no) => `En contra ${no}`,
  line: (label, first, last, from, to) => `${label}: de ${first} (${from}) a ${last} (${to})`,
  standing: 'Integrantes con derecho a voto',
  turnout: 'Participación en las votaciones',
}
