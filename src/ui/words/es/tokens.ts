import type * as english from '../en/tokens.ts'

/** The page of a member’s tokens. */
export const tokens: typeof english.tokens = {
  title: 'Tokens',
  lead: 'Con un token, un programa tuyo puede hacer en tu nombre lo que le permitas: leer, votar, proponer. Lo que registra queda registrado a tu nombre.',
  toApi: 'Lo que pueden hacer los programas',
  once: 'El token está creado. Cópialo ahora: se muestra solo esta vez y no se guarda en ninguna parte.',
  use: 'Tu programa lo envía con cada llamada, en la cabecera “Authorization: Bearer …”.',
  ended: 'El token quedó anulado. Lo que lo usaba ya no puede hacer nada.',
  yours: 'Tus tokens',
  none: 'No tienes ninguno. Crea uno abajo cuando un programa lo necesite.',
  name: 'Nombre',
  nameHint: 'Con el que puedas reconocerlo, por ejemplo “calendario de mi teléfono”.',
  scopes: 'Para qué se puede usar',
  sealedHint:
    'sealed. Un token queda en más lugares que tu sesión: dale esto solo a un programa para el que crees el token, y anúlalo después.',
  days: 'Por cuánto tiempo',
  make: 'Crear el token',
  makeTitle: 'Crear un token',
  endOf: (name: string) => `Anular ${name}`,
  until: 'Vale hasta el',
  used: 'Último uso',
  never: 'nunca',
  made: 'Creado',
}

export const scopeWords: typeof english.scopeWords = {
  read: 'Leer todo lo que puedes leer',
  act: 'Registrar todo lo que puedes registrar, incluso dejar la organización',
  vote: 'Emitir votos',
  motions: 'Proponer, secundar, enmendar, intervenir, presentar informes de minoría',
  meetings: 'Registrar y confirmar lo que decidieron las reuniones',
  roll: 'Avalar, admitir y todo lo demás que puedas hacer respecto de integrantes',
  webhooks: 'Mantener webhooks: hacer que se avise a otro servidor de entradas nuevas',
  sealed: 'Leer y actuar en los casos y las quejas que te conciernen',
}

export const lastsWords: typeof english.lastsWords = {
  '7': 'una semana',
  '30': 'un mes',
  '90': 'tres meses',
  '366': 'un año',
}
