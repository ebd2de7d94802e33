import type { DueWords, NextAbout, NextThing, Shoes } from '../../demonstration.ts'
import type * as en from '../en/tour.ts'
import { count, officeName } from './common.ts'
import { sayDay } from './time.ts'

export const tour: typeof en.tour = {
  title: 'Mirar y probar',
  lead: 'Esto es una demostración: una organización inventada con un registro de verdad. Ponte en el lugar de cualquier persona y haz lo que ella puede hacer; nada de lo que pasa aquí obliga a nadie.',
  shared:
    'Todas las visitas de este servidor comparten una organización y un reloj. Lo que registras lo ven las demás, y cuando alguien adelanta el reloj se adelanta para todas.',
  banner: 'Una demostración.',
  youAre: (name) => `Eres ${name}.`,
  nobody: 'Todavía no eres nadie.',
  change: 'Ser otra persona',
  choose: 'Elegir quién eres',
  clock: 'Ahora es',
  moveToNext: 'Hasta lo próximo que pase',
  moveToNextShort: 'Lo próximo',
  moveToNextWhat: (what) => `Adelantar el reloj hasta lo próximo que pase: ${what}`,
  nothingNext: 'No hay nada pendiente que vaya a pasar por sí solo.',
  next: 'Lo próximo:',
  shoes: '¿En el lugar de quién?',
  shoesLead: 'Cada una de estas personas tiene algo que hacer.',
  stepInto: (name) => `Ser esta persona: ${name}`,
  step: 'Ser esta persona',
  search: 'O cualquier otra, por su nombre',
  searchLabel: 'Parte de un nombre',
  none: 'Nadie en el padrón tiene un nombre así. Prueba con una parte.',
  walk: 'Un recorrido en siete pasos',
  walkLead: 'Toma unos cinco minutos. La barra de arriba te acompaña.',
  steps: {
    need: {
      title: 'Encontrar lo que te espera',
      text: 'La primera página dice qué espera a la persona en cuyo lugar estás, y hasta cuándo.',
    },
    amend: {
      title: 'Enmendar una moción',
      text: 'Cambia una frase de una moción en debate y di por qué. Se muestra qué enmiendas chocan por tocar las mismas palabras. Después ponte en el lugar de otra persona y secunda la tuya.',
    },
    vote: {
      title: 'Votar',
      text: 'Emite un voto. Hasta el cierre nadie ve un recuento, y puedes cambiar de opinión. Vota también como dos o tres personas más.',
    },
    elect: {
      title: 'Elige a alguien',
      text: 'Numera a quienes se presentan en el orden en que los quieres. El resultado se cuenta etapa por etapa, y cualquiera puede contar las papeletas otra vez.',
    },
    clock: {
      title: 'Adelantar el reloj',
      text: 'Usa la barra de arriba: hasta lo próximo que pase, o por días. Lo que vence lo registra la secretaría a su hora, igual que en una organización real.',
    },
    result: {
      title: 'Leer el resultado',
      text: 'Cada decisión dice qué necesitaba, qué obtuvo y según qué regla. Los informes de minoría quedan con ella para siempre.',
    },
    audit: {
      title: 'Auditar',
      text: 'Descarga el registro y compruébalo con un solo comando. Cada padrón, recuento y decisión se calcula de nuevo, también los tuyos.',
    },
  },
  noMotion: 'En este momento no hay ninguna moción en debate: propón una.',
  noVote: 'En este momento no hay ninguna votación abierta para ti: adelanta el reloj, o sé otra persona.',
  noElection: 'Ahora no hay ninguna elección abierta para ti: mira qué cargos hay.',
  real: 'Una organización real',
  realHow:
    'Una demostración nunca se convierte en una organización real. Para fundar una, inicia Plenum con una carpeta vacía: npm start, o npx plenum serve --data CARPETA.',
  offer: {
    title: 'O mirar primero',
    lead: 'Haz aquí una demostración: una liga inventada de unas 250 personas con dieciocho meses de historia. Puedes ser cualquiera de ellas y adelantar el reloj. Este servidor queda entonces como demostración para siempre; una organización real comienza con una carpeta vacía.',
    submit: 'Hacer una demostración',
    making: 'La demostración se está haciendo',
    day: (day, of) => `Día ${day} de ${of}.`,
    wait: 'Todo lo registra la misma secretaría que en una organización real, así que toma unos segundos. Esta página se carga sola de nuevo.',
    again: 'Mirar de nuevo',
    failed:
      'La demostración no se pudo terminar. Lo que falló está en la bitácora del servidor. Detén el servidor, vacía su carpeta y comienza de nuevo.',
  },
}

export function sayNext({ kind, about }: NextThing): string {
  return DUE[kind]?.[about.kind]?.(nameOf(about)) ?? 'vence un plazo'
}

function nameOf(about: NextAbout): string {
  switch (about.kind) {
    case 'motion':
      return `la moción ${about.number}, “${about.title}”`
    case 'election':
    case 'recall':
    case 'office':
      return officeName(about.office)
    case 'council':
    case 'tendency':
      return about.name
    case 'unnamed':
      return ''
  }
}

const DUE: DueWords = {
  'vote.open': {
    motion: (named) => `termina el debate sobre ${named} y se vota`,
    election: (office) => `comienza una elección: ${office}`,
    recall: (office) => `comienza la votación sobre una revocación: ${office}`,
    unnamed: () => 'comienza la votación sobre un caso',
  },
  'vote.close': {
    motion: (named) => `cierra la votación sobre ${named}`,
    election: (office) => `cierra una elección: ${office}`,
    recall: (office) => `cierra la votación sobre una revocación: ${office}`,
    unnamed: () => 'cierra la votación sobre un caso',
  },
  'vote.keys': {
    motion: (named) => `dejan de darse claves para la votación secreta sobre ${named}`,
    election: (office) => `dejan de darse claves para una elección secreta: ${office}`,
    recall: (office) => `dejan de darse claves para la votación secreta sobre una revocación: ${office}`,
    unnamed: () => 'dejan de darse claves para la votación secreta sobre un caso',
  },
  'vote.renew': {
    motion: (named) => `vuelve a empezar la votación secreta sobre ${named}`,
    election: (office) => `vuelve a empezar una elección secreta: ${office}`,
    recall: (office) => `vuelve a empezar la votación secreta sobre una revocación: ${office}`,
    unnamed: () => 'vuelve a empezar la votación secreta sobre un caso',
  },
  'motion.lapse': { motion: (named) => `caduca ${named}` },
  'nominations.close': { election: (office) => `cierra el plazo de candidaturas: ${office}` },
  'election.draw': { election: (office) => `se hace el sorteo de una elección: ${office}` },
  'term.begin': { election: (office) => `comienza un periodo: ${office}` },
  'election.call': { office: (office) => `se convoca la próxima elección: ${office}` },
  'mandate.end': { office: (office) => `termina un mandato: ${office}` },
  'vacancy.fill': { office: (office) => `se cubre un puesto que quedó libre: ${office}` },
  'recall.lapse': { recall: (office) => `caduca una petición de revocación: ${office}` },
  'council.seat': { council: (name) => `se reparten de nuevo los puestos: ${name}` },
  'tendency.review': { tendency: (name) => `se cuentan las firmas de una tendencia: ${name}` },
  'panel.announce': { unnamed: () => 'se anuncia entre quiénes se sortea un panel' },
  'panel.draw': { unnamed: () => 'se sortea un panel' },
  'panel.replace': { unnamed: () => 'un puesto de un panel pasa a quien sigue en el sorteo' },
  'panel.review': { unnamed: () => 'se acaba el plazo de un panel' },
  'complaint.escalate': { unnamed: () => 'una queja que nadie atendió pasa a la siguiente persona' },
  'case.hear': { unnamed: () => 'un caso pasa a su panel' },
  'case.lapse': { unnamed: () => 'un caso caduca' },
  'case.bind': { unnamed: () => 'la medida de un caso empieza a valer' },
  'case.expire': { unnamed: () => 'termina la medida de un caso' },
  'case.unprotect': { unnamed: () => 'termina la medida cautelar de un caso' },
  'standing.lapse': { unnamed: () => 'caduca la habilitación de alguien' },
  'recovery.ripen': { unnamed: () => 'se abre una entrada a la cuenta de alguien' },
  'recovery.lapse': { unnamed: () => 'caduca una solicitud de entrada a la cuenta de alguien' },
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

export function sayShoes(shoes: Shoes, other: string): string {
  switch (shoes.role) {
    case 'busiest':
      return `Alguien a quien ${count(shoes.count, 'cosa espera', 'cosas esperan')}.`
    case 'newcomer':
      return `Alguien que ingresó hace poco: interviene y enmienda, pero solo vota desde el ${sayDay(shoes.until)}.`
    case 'charged':
      return `La persona acusada en el caso ${shoes.number}, que lee todo lo que se dice en él.`
    case 'panellist':
      return `Alguien a quien el sorteo llamó al panel del caso ${shoes.number}.`
    case 'noticed':
      return `Alguien cuya habilitación caduca el ${sayDay(shoes.until)} si no se restablece.`
    case 'officer':
      return `${capital(officeName(shoes.office))} (${shoes.unit}).`
    case 'nominated':
      return `Alguien a quien propusieron para un cargo y que no ha respondido: ${officeName(shoes.office)}.`
    case 'voucher':
      return `Alguien que avaló a una persona que pide ingresar: ${other}.`
  }
}
