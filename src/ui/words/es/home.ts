import type * as en from '../en/home.ts'
import { count, officeName } from './common.ts'

const thing = (number: number, title: string) => `moción ${number}, “${title}”`
const ABOUT: Readonly<Record<string, string>> = {
  amendments: 'las enmiendas a la ',
  review: 'la revisión de la ',
}
const on = (about: string) => ABOUT[about] ?? 'la '

/** The first page. */
export const home: typeof en.home = {
  unfounded: 'Aquí todavía no se ha fundado ninguna organización.',
  unfoundedHow:
    'Al iniciarse, Plenum mostró en la consola una dirección con un código. Abre esa dirección para configurar la organización.',
  setup: 'Tengo el código',
  visitor:
    'Quienes integran esta organización la gobiernan en conjunto: aquí debaten, votan y llevan el registro.',
  visitorFounding:
    'Esta organización se está fundando. Quien está en el padrón fundacional tiene un enlace propio.',
  apply: 'Solicitar el ingreso',
  points: 'Lo que nos une',
  pointsLead: 'Nuestros puntos de unidad: quien ingresa los acepta.',

  needs: 'Lo que te espera',
  noNeeds: 'Nada por el momento.',
  vote: (about, number, title) => `Votar ${on(about)}${thing(number, title)}`,
  voteUntil: 'Abierta hasta el',
  second: (number, title) => `La ${thing(number, title)}, espera apoyos`,
  confirm: (number, title) =>
    `La decisión de una reunión espera a otra persona con el cargo: ${thing(number, title)}`,
  lapses: 'Caduca el',
  applicants: (n) => count(n, 'solicitud espera una respuesta', 'solicitudes esperan una respuesta'),
  ready: (n) =>
    n === 1
      ? '1 tiene los avales necesarios y se puede admitir.'
      : `${n} tienen los avales necesarios y se pueden admitir.`,
  vouch: 'Da tu aval a quienes conozcas.',
  election: (office) => `Vota en una elección: ${officeName(office)}`,
  recall: (office) => `Vota sobre una revocación: ${officeName(office)}`,
  nomination: (office) => `Te propusieron para un cargo: ${officeName(office)}`,
  nominationUntil: 'Acepta o declina hasta',
  seed: (office) =>
    `Solo un sorteo decide: abre las palabras con las que te comprometiste. ${officeName(office)}`,
  seedUntil: 'Ábrelas hasta',
  report: (office) => `Informa sobre tu mandato: ${officeName(office)}`,
  reportUntil: 'Se debe el',
  panel: {
    seat: 'Saliste en el sorteo de un panel: ocupa el puesto o hazte a un lado',
    commit: 'Se sortea un panel: da palabras secretas para el sorteo',
    open: 'Se sortea un panel: abre tus palabras secretas',
    find: 'Resuelve en el panel del que formas parte',
  },
  complaint: {
    answer: 'Algo en confianza te espera, porque te eligieron para ello',
    apart: 'Algo en confianza te concierne',
  },
  complaintUntil: { answer: 'Responde hasta', apart: 'Hasta' },
  panelUntil: 'A tiempo hasta',
  notice: 'Se dio aviso de que tu habilitación caduca',
  noticeUntil: 'Haz que se restablezca antes del',
  recovery: 'Alguien pide entrar a tu cuenta: detenlo si no eres tú',
  lapsed: 'Tu habilitación caducó',
  lapsedHow: 'Quien lleva el padrón puede restablecerla.',
  found: 'Someter la fundación a votación',
  foundHow:
    'Eres parte de quienes organizan. Cuando todas las personas estén en el padrón fundacional, deciden en conjunto.',

  chances: 'Mientras haya tiempo',
  chance: {
    debate: (number, title) => `Intervenir sobre la ${thing(number, title)}, o enmendarla`,
    review: (number, title) => `Pedir que se revise la decisión de una reunión: ${thing(number, title)}`,
    report: (number, title) => `Firmar un informe de minoría sobre la ${thing(number, title)}`,
  },
  until: 'Hasta el',
  amendUntil: 'enmiendas hasta el',

  news: 'Novedades',
  new: 'nuevo',
  since: (fresh, shown) =>
    fresh === 0
      ? 'Nada desde tu última visita. Lo último que pasó:'
      : fresh < shown
        ? `Desde tu última visita hay ${count(fresh, 'novedad', 'novedades')}.`
        : 'Todo esto pasó desde tu última visita.',
  noNews: 'Todavía no ha pasado nada.',
  proposed: (number, title) => `Se propuso la ${thing(number, title)}`,
  opened: (about, number, title) => `Se abrió la votación sobre ${on(about)}${thing(number, title)}`,
  decided: {
    adopted: (number, title) => `Se aprobó la ${thing(number, title)}`,
    rejected: (number, title) => `No se aprobó la ${thing(number, title)}`,
    notDecided: (number, title) =>
      `Quedó sin decidir la ${thing(number, title)}: participaron muy pocas personas`,
    revoked: (number, title) => `Se dejó sin efecto en revisión la ${thing(number, title)}`,
  },

  standing: 'Dónde estamos',
  founding:
    'La organización se está fundando: nada obliga a nadie antes de que se ratifiquen el padrón y las reglas.',
  listed: (n) => `${count(n, 'persona', 'personas')} en el padrón fundacional`,
  members: (n) => count(n, 'integrante', 'integrantes'),
  program: (unity, positions) =>
    `${count(unity, 'punto de unidad', 'puntos de unidad')} y ${count(positions, 'posición', 'posiciones')} en el programa`,
  motions: (n) => count(n, 'moción abierta', 'mociones abiertas'),
  units: (n) => count(n, 'unidad', 'unidades'),
  growth: (change, since) =>
    change === 0
      ? `La misma cantidad de integrantes que el ${since}.`
      : change > 0
        ? `${count(change, 'integrante', 'integrantes')} más que el ${since}.`
        : `${count(-change, 'integrante', 'integrantes')} menos que el ${since}.`,
}
