import type * as english from '../en/webhooks.ts'

/** The page of a member's webhooks. */
export const webhooks: typeof english.webhooks = {
  title: 'Webhooks',
  lead: 'Un webhook avisa a un servidor tuyo de cada entrada nueva, para que no tenga que preguntar. Se le dice lo que tú puedes leer, y de lo que no puedes leer solo que existe.',
  toApi: 'Cómo son los mensajes y cómo se firman',
  once: 'El webhook está creado. Copia ahora su secreto: con él sabe tu servidor que un mensaje viene de aquí, y se muestra solo esta vez.',
  removed: 'El webhook está eliminado. Ya no se avisa a su servidor.',
  tried:
    'Un mensaje de prueba está en camino. Vuelve a cargar esta página en un momento para ver cómo terminó.',
  yours: 'Tus webhooks',
  none: 'No tienes ninguno. Crea uno abajo cuando un servidor tuyo lo necesite.',
  makeTitle: 'Crear un webhook',
  url: 'Dirección a la que se avisa',
  urlHint: 'Empieza por https:// y lleva a un servidor en internet.',
  types: 'Solo algunos tipos de entradas',
  typesHint: 'Si no eliges ninguno: todos.',
  make: 'Crear el webhook',
  all: 'Todas las entradas',
  made: 'Creado',
  last: 'Último envío:',
  nothingYet: 'todavía no se envió nada',
  taken: (status) => `aceptado (${status})`,
  answered: (status) => `el servidor respondió ${status}`,
  unreached: (code) => `no se pudo llegar al servidor (${code})`,
  failing: 'Nada ha llegado desde el',
  failingHow: 'Se vuelve a intentar, cada vez más tarde, durante cinco días.',
  givenUp: 'Abandonado el',
  givenUpHow: 'Elimínalo, y créalo de nuevo si todavía lo necesitas.',
  test: (url) => `Enviar un mensaje de prueba a ${url}`,
  remove: (url) => `Eliminar ${url}`,
}
