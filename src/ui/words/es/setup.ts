import type * as en from '../en/setup.ts'
import { count } from './common.ts'

export const presets: typeof en.presets = {
  'reading-group': {
    name: 'Grupo de lectura',
    for: 'Para pocas personas que se conocen, desde unas ocho.',
  },
  branch: { name: 'Sección', for: 'Para decenas o cientos de integrantes en un mismo lugar.' },
  federation: { name: 'Federación', for: 'Para varias secciones con miles de integrantes.' },
}

export const setup: typeof en.setup = {
  title: 'Configurar la organización',
  over: 'Configurar',
  codeNeeded: 'Esta página necesita el código que Plenum mostró en la consola al iniciarse.',
  code: {
    lead: 'Plenum mostró un código en la consola al iniciarse. Quien lo tiene configura la organización.',
    label: 'Código',
    submit: 'Continuar',
  },
  over4:
    'La organización está fundada y su fundación está ratificada. El código dejó de valer; todo lo demás lo deciden sus integrantes.',
  home: 'Ir a la página de inicio',
  steps: {
    found: '1. Nombre y reglas',
    members: '2. Primeras personas',
    invitations: '3. Invitaciones',
    founding: '4. La fundación',
  },
  found: {
    lead: 'Da a la organización su nombre y un reglamento para empezar. Sus integrantes pueden cambiar ambos más adelante, por moción. Nada obliga a nadie antes de que lo ratifiquen sus propios integrantes.',
    name: 'Nombre de la organización',
    rules: 'Reglas para empezar',
    submit: 'Fundar la organización',
    done: (name, rules) => `“${name}” está fundada, con el reglamento “${rules}”.`,
  },
  members: {
    lead: 'Incorpora a las primeras personas al padrón fundacional desde una lista. Ves el resultado antes de que nada quede registrado.',
    none: 'Todavía no hay nadie en el padrón fundacional.',
    some: (members, places) =>
      `${count(members, 'persona está', 'personas están')} en el padrón fundacional, en ${count(places, 'lugar', 'lugares')}.`,
    import: 'Cargar una lista',
    importMore: 'Cargar otra lista',
    roll: 'Ver el padrón fundacional',
  },
  invitations: {
    lead: 'Cada persona elige una contraseña mediante un enlace propio. Da primero el suyo a quienes organizan: someten la fundación a votación.',
    open: 'Crear enlaces de invitación',
  },
  founding: {
    lead: 'Una persona que organiza, con la sesión iniciada, somete la fundación a votación: se debaten y se votan el padrón, las reglas y, si los hay, los puntos de unidad.',
    open: 'Someter la fundación a votación',
    before:
      'La fundación ya se sometió a quienes están en el padrón. Hasta que voten, el padrón y los lugares quedan como están.',
    motion: 'Ir a la moción de fundación',
    waits: 'Cuando se ratifique, esta página termina.',
  },
  closed:
    'La fundación ya se sometió a votación, o está ratificada: el padrón y los lugares quedan como están.',
}

export const roll: typeof en.roll = {
  title: 'El padrón fundacional',
  lead: 'Quien sale de aquí nunca fue integrante; lo que se guardaba sobre esa persona se borra. Hasta que la fundación se someta a votación, se puede incorporar de nuevo a cualquiera.',
  search: 'Nombre o dirección',
  organizer: 'organiza',
  hasPassword: 'tiene contraseña',
  noPassword: 'todavía sin contraseña',
  strike: 'Quitar',
  strikeName: (name) => `Quitar a ${name} del padrón fundacional`,
  link: 'Crear un enlace',
  linkName: (name) => `Crear un enlace para ${name}`,
  empty: 'Nadie del padrón fundacional coincide.',
}

export const founding: typeof en.founding = {
  title: 'Someter la fundación a votación',
  lead: 'Con esta moción, las personas del padrón fundacional se convierten en integrantes de la organización, bajo sus reglas. Abre un debate de inmediato.',
  what: 'Lo que pasa entonces',
  debate: (until) =>
    `Todas las personas del padrón fundacional la debaten durante ${until}, y pueden proponer enmiendas.`,
  vote: (time) => `Después la votación está abierta durante ${time}.`,
  quorum: (share, needed) =>
    `Vale si participa ${share} del padrón: ${count(needed, 'persona', 'personas')} según está el padrón.`,
  majority: (majority) =>
    `Se aprueba por ${majority}. Si no, puedes cambiar el padrón y el texto y someterla otra vez.`,
  duty: (days) =>
    `Cuando se apruebe, quienes organizan llevan el padrón durante ${days} días como máximo; después se elige a quien se quiera.`,
  organizersOnly: 'Solo quien organiza y está en el padrón fundacional somete la fundación a votación.',
  kind: 'Lo que se ratifica',
  withPoints: 'Puntos de unidad, el padrón y las reglas',
  withPointsHint: 'Cada párrafo de abajo se convierte en un punto de unidad: lo que se acepta al ingresar.',
  without: 'Solo el padrón y las reglas',
  withoutHint: 'Los puntos de unidad se pueden aprobar más adelante por moción.',
  points: 'Puntos de unidad',
  pointsHint: 'Uno por párrafo, con una línea vacía entre dos. Los breves duran más.',
  submit: 'Someterla a votación',
  motionTitle: 'Fundación',
  standing: 'Ratificamos el padrón y las reglas de esta organización.',
  roll: (members) => `${count(members, 'persona está', 'personas están')} en el padrón fundacional.`,
}
