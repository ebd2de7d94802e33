import type { ProtectedRight } from '#modules/discipline/core'
import type * as en from '../en/protection.ts'
import { count } from './common.ts'

const RIGHTS: Readonly<Record<ProtectedRight, string>> = {
  propose: 'a proponer mociones y enmiendas',
  stand: 'a presentarse a cargos',
}

export const protection: typeof en.protection = {
  title: 'Medida cautelar',
  what: (rights, n) =>
    `El derecho ${rights.map((right) => RIGHTS[right]).join(' y ')} queda en suspenso hasta que se decida el caso, por ${count(n, 'día', 'días')} como mucho. Nadie pierde su voto.`,
  asked: 'Se pide:',
  contested: (unit) => `Se apeló contra ella; vota ${unit}.`,
  moot: 'Sigue abierta una votación sobre ella, que ya no decide nada.',
  stages: {
    announced: 'Se pidió. La persona acusada puede responder; la votación se abre por sí sola.',
    voting: 'Se está votando sobre ella, en secreto.',
  },
  opens: 'La votación se abre el',
  holdsUntil: 'Rige hasta el',
  ends: {
    rejected: 'No se adoptó en la votación',
    lifted: 'Levantada en apelación',
    expired: 'Pasaron sus días',
    over: 'El caso había terminado, o rige su medida',
  },
  parts: {
    asking: 'Por qué se pide',
    reply: 'La respuesta de la persona acusada',
    contest: 'La apelación de la persona acusada',
  },
  noReply: 'La persona acusada no ha respondido.',
  round: (round: number): string =>
    round === 0 ? 'La votación sobre ella' : 'La votación de la apelación contra ella',
  question: (what) => `¿Debe regir esto antes de que se decida el caso? ${what}`,
  ballot: 'Tu voto sobre la medida cautelar',
  ask: 'Pedir una medida cautelar',
  askLead:
    'Todavía no se ha resuelto nada, así que esto exige mucho: al menos dos tercios de los votos emitidos, en secreto, una sola vez mientras alguien está bajo cargos. La persona acusada responde durante tres días antes de la votación, puede apelar enseguida, y conserva el voto, la palabra y todos los demás derechos. Quien ya aceptó una candidatura la mantiene.',
  rights: 'Lo que queda en suspenso hasta que se decida el caso',
  rightNames: RIGHTS,
  days: (most) => `Días, ${most} como mucho`,
  why: 'Por qué esto no puede esperar al panel',
  whyHint: 'Lo leen quienes votan sobre ello, y a quién se acusa. Se borra con el caso.',
  reply: 'Responder a la medida cautelar',
  replyLead: 'Aparece junto a lo que se pidió, cuando se vota.',
  replyText: 'Tu respuesta',
  contest: 'Apelar contra la medida cautelar',
  contestLead: (unit) =>
    `${unit} vota enseguida. Se levanta salvo que al menos dos tercios la adopten otra vez.`,
  contestText: 'Por qué no debe regir',
}
