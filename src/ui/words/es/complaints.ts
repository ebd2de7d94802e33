import { count } from './common.ts'
import type * as en from '../en/complaints.ts'

export const complaints: typeof en.complaints = {
  title: 'En confianza',
  lead: 'Si alguien de la organización te ha acosado, te ha hecho daño o te amenaza, puedes decírselo a personas elegidas para ello. Si hay peligro, pide ayuda primero donde estés: nadie vigila esta página a todas horas.',
  leave: 'Salir de esta página',
  how: [
    'Llega a una persona elegida para las quejas, nunca a alguien a quien le concierna. Si no responde en 3 días, pasa a la siguiente y después a las de la unidad superior.',
    'Lo que escribes lo leen esas personas, tú y quien hable por ti. Nadie más: ningún cargo, ninguna lista, ninguna búsqueda, ninguna exportación. Se guarda bajo sello y se borra cuando la queja termina.',
    'El registro dice que hubo una queja y cuándo se atendió. No nombra a nadie.',
    'Pueden ordenar enseguida que dos personas se mantengan aparte, por 14 días como mucho. Nadie pierde el voto por eso.',
    'Lo que vaya más lejos es una acusación, con aviso, audiencia y un panel por sorteo. Lo que escribes aquí nunca va a una votación general.',
    'Puedes terminarla cuando quieras. Quien administra el servidor podría leer lo que se guarda en él: si es a quien temes, habla con alguien en persona.',
  ],
  nobodyElected:
    'Nadie está elegido para las quejas donde vives, ni más arriba, así que aquí no hay a quién escribir. Habla con alguien de confianza; se puede acusar sin ello. Cualquiera puede proponer una moción que abra un cargo así.',
  make: 'Escribir a quienes están elegidos para ello',
  mine: 'Lo que te concierne',
  number: (n) => `Queja ${n}`,
  stages: {
    asked: 'Espera respuesta.',
    taken: 'Alguien la atiende.',
    unanswered: 'Se preguntó a todas las personas y ninguna ha respondido todavía. Aún pueden hacerlo.',
    ended: 'Ha terminado.',
  },
  counts: 'Cuántas hubo',
  countsOf: (all, ended, unanswered, separations) =>
    `${count(all, 'queja', 'quejas')} hasta ahora; terminadas: ${ended}; sin respuesta: ${unanswered}; ${count(separations, 'separación ordenada', 'separaciones ordenadas')}. No se nombra a nadie.`,
  makeLead: 'Escribe lo que pasó, hasta donde quieras. Puedes añadir más después.',
  find: 'Buscar a alguien por su nombre',
  choose: 'Elige',
  about: 'De quién trata',
  myself: 'Hablo por mí',
  representative: 'Alguien que habla por ti',
  representativeHint: 'Lo lee todo, escribe por ti y puede terminar la queja. Pregúntale antes.',
  text: 'Qué pasó',
  textHint: 'Y qué necesitas ahora, si lo sabes.',
  send: 'Enviar',
  roles: {
    complainant: 'La presentaste tú.',
    representative: 'Hablas por quien la presentó.',
    person: 'Te eligieron para las quejas y esta te llegó a ti.',
    apart: 'Se te ordenó mantenerte aparte por un tiempo. Con ello no se decide nada sobre ti.',
  },
  separated: 'Con orden de mantenerse aparte:',
  separatedUntil: 'Hasta',
  separatedWhat:
    'Las dos personas siguen en la organización y conservan todo voto. Quien fue elegido para las quejas dice qué significa aquí mantenerse aparte: qué reuniones, qué lugares, ningún mensaje.',
  answerUntil: 'Se pregunta a la siguiente persona si nadie responde hasta',
  complains: 'Quién se queja',
  represents: 'Quién habla por esa persona',
  isAbout: 'De quién trata',
  persons: 'A quién se ha preguntado',
  take: 'La atiendo yo',
  file: 'Lo escrito',
  lost: 'Esto ya no se puede leer aquí.',
  write: 'Escribir a las demás personas implicadas',
  separate: 'Ordenar que se mantengan aparte',
  separateLead:
    'Enseguida, antes de oír a nadie, y por eso 14 días como mucho y una sola vez. La persona de quien trata se entera entonces de la orden y de quién se queja, no de lo escrito. Pregunta antes a quien se queja.',
  days: 'Días',
  refer: 'Remitirla a un panel',
  referWhat:
    'Si hace falta una medida: un panel sorteado escucha a ambas partes, y lo que resuelve se somete a votación secreta.',
  referLead:
    'El panel resuelve con sus razones; solo su resolución y la medida van a votación. Lo escrito en la queja no sigue: se borra. El panel y la otra parte leen lo que escribas aquí.',
  referWho: (names: string) =>
    `La presentan juntas quien se queja, quien habla en su nombre y las personas consultadas: ${names}. La persona de quien trata lo sabe con la notificación. Pregunta antes a quien se queja; puede retirarla hasta que se vote.`,
  referFacts: 'Qué pasó, para el panel y la otra parte',
  outOf: (n: number) => `Viene de la queja ${n}, cuyo expediente está borrado.`,
  apartStill: 'Quien se quejó y la persona acusada tienen orden de mantenerse separadas hasta',
  close: 'Terminar la queja',
  closeLead: 'Entonces se borra todo lo que nombra a alguien en ella. También termina lo ordenado.',
  settled: 'Está resuelta',
  withdrawn: 'La retiro',
}
