import type * as en from '../en/members.ts'
import { count, officeName, sayNumber } from './common.ts'

/** What somebody is called who has a status. */
export const statusWords: typeof en.statusWords = {
  unknown: 'fuera del padrón',
  listed: 'en el padrón fundacional',
  struck: 'fuera del padrón fundacional',
  applicant: 'solicitante',
  refused: 'solicitud rechazada',
  member: 'integrante',
  lapsed: 'habilitación caducada',
  former: 'ya no es integrante',
  expelled: 'expulsión vigente',
}

export const members: typeof en.members = {
  keepersOnly: 'Esta página solo puede verla quien tiene el mandato de llevar el padrón.',
  title: 'Integrantes',
  counts: {
    unknown: (n) => String(n),
    listed: (n) => `${sayNumber(n)} en el padrón fundacional`,
    struck: (n) => `${sayNumber(n)} fuera del padrón fundacional`,
    applicant: (n) => count(n, 'solicitante', 'solicitantes'),
    refused: (n) => count(n, 'solicitud rechazada', 'solicitudes rechazadas'),
    member: (n) => count(n, 'integrante', 'integrantes'),
    lapsed: (n) => `${sayNumber(n)} con la habilitación caducada`,
    former: (n) => count(n, 'persona que ya no es integrante', 'personas que ya no son integrantes'),
    expelled: (n) => count(n, 'persona expulsada', 'personas expulsadas'),
  },
  invitations: 'Enlaces de invitación',
  import: 'Cargar una lista de solicitantes',
  search: 'Nombre',
  searchAll: 'Nombre o dirección',
  all: 'Todas las personas',
  empty: 'Nadie coincide.',
  byName: 'Por orden alfabético',
  newestFirst: 'Por orden de llegada, lo más reciente primero',
  limited: 'Solo ves a quienes comparten contigo alguna unidad.',
  limitedWhy: 'Lo que se ve de cada integrante es una regla.',
}

/** The page of one member. */
export const memberPage: typeof en.memberPage = {
  about: 'Sobre esta persona',
  over: 'Integrantes',
  unnamed: 'Alguien que fue integrante',
  kept: 'Integrante',
  keptName: 'No ves el nombre: no comparten ninguna unidad.',
  keptPlace: 'No ves la unidad de pertenencia ni la habilitación: no comparten ninguna unidad.',
  keptWhy: 'Lo que se ve de cada integrante es una regla.',
  erased:
    'Lo que se guardaba sobre esta persona se borró. Lo que propuso, dijo y decidió queda en el registro, sin nombre.',
  status: 'Estado',
  home: 'Unidad de pertenencia',
  address: 'Dirección',
  number: 'Número de integrante',
  votesFrom: 'Primer voto desde el',
  mandates: 'Mandatos',
  noMandates: 'Ninguno.',
  mandate: (office, unit) => `${officeName(office)}, ${unit}`,
  until: 'hasta el',
  ended: 'terminó el',
  motions: 'Mociones propuestas',
  noMotions: 'Ninguna.',
  notice: 'Se dio aviso: si no se restablece antes, la habilitación caduca el',
  noticeReason: 'Motivo:',
  refusalReason: 'La solicitud fue rechazada. Motivo:',

  application: 'La solicitud',
  vouches: (had, needed) =>
    `Tiene ${count(had, 'aval', 'avales')}; ${needed === 1 ? 'se necesita 1' : `se necesitan ${needed}`}.`,
  vouchLead:
    'Da tu aval a alguien a quien conoces y quieres como integrante. El registro muestra a las demás personas integrantes que avalaste a alguien; a quién, solo pueden leerlo tú y la persona a quien avalaste.',
  vouch: 'Avalar esta solicitud',

  keeping: 'Llevar el padrón',
  admit: 'Admitir',
  admitLead: (days) =>
    `Después de la admisión ${days === 1 ? 'pasa' : 'pasan'} ${count(days, 'día', 'días')} hasta el primer voto.`,
  refuse: 'Rechazar la solicitud',
  reason: 'Motivo',
  refuseHint: 'Quien lleva el padrón puede leerlo aquí; comunícaselo tú a la persona. Se borra con el resto.',
  invite: 'Crear un enlace de invitación',
  inviteLead:
    'Con él la persona elige una contraseña. Anula todos los enlaces anteriores y se muestra una sola vez. Quien lo use primero actúa como esta persona.',
  hasPassword:
    'Esta persona ya tiene contraseña. Si la pierde, dos integrantes que la conocen dan su aval, desde “Perdí mi contraseña”; quien lleva el padrón no puede abrirle el acceso.',
  giveNotice: 'Dar aviso de que la habilitación caduca',
  noticeLead: (days) =>
    `La habilitación caduca tras ${count(days, 'día', 'días')}, si no se restablece antes. Entretanto todo sigue igual.`,
  noticeHint:
    'Por ejemplo cuotas sin pagar, y cómo restablecerla. Lo leen esta persona y quien lleva el padrón.',
  mend: 'La habilitación queda restablecida',
  erase: 'Borrar lo que se guarda sobre esta persona',
  eraseLead:
    'El nombre, la dirección, el inicio de sesión y los motivos dados sobre esta persona se borran para siempre. El registro sigue diciendo “alguien que fue integrante” donde estaba el nombre.',
  eraseConfirm: 'Sí, borrarlo. Esto no se puede deshacer.',
}

/** The page of the member who is signed in. */
export const me: typeof en.me = {
  title: 'Tu cuenta',
  page: 'Tu página, como la ven las demás personas integrantes',
  address: 'Dirección',
  noAddress: 'no se guarda ninguna',
  signInWith: 'Inicias sesión con esta dirección, o con tu número de integrante.',
  number: 'Número de integrante',
  status: 'Estado',
  home: 'Unidad de pertenencia',
  votesFrom: 'Primer voto desde el',
  notice: 'Se dio aviso: si no se restablece antes, tu habilitación caduca el',
  lapsed:
    'Tu habilitación caducó. Puedes leerlo todo, y podrás volver a votar y proponer en cuanto quien lleva el padrón la restablezca.',
  move: 'Cambio de unidad',
  moveLead: 'Tu unidad de pertenencia determina en qué unidades votas.',
  moveTo: 'Nueva unidad de pertenencia',
  moveSubmit: 'Cambiar',
  leave: 'Dejar la organización',
  leaveSummary: 'Renunciar',
  leaveLead:
    'Dejas de ser integrante de inmediato y ya no puedes iniciar sesión. Quien vuelve presenta una solicitud, como todo el mundo.',
  leaveErase: 'Borrar mi nombre y mi dirección',
  leaveEraseHint:
    'El registro sigue diciendo “alguien que fue integrante” donde estaba tu nombre. Lo que propusiste, dijiste y decidiste queda.',
  leaveConfirm: 'Sí, renuncio.',
  leaveSubmit: 'Renunciar',
}

/** Applying for membership. */
export const apply: typeof en.apply = {
  title: 'Solicitar el ingreso',
  lead: (organization) =>
    `Quien ingresa a ${organization} acepta sus puntos de unidad. Sus integrantes avalan cada solicitud, y quien lleva el padrón la admite.`,
  notYet: 'Todavía no se puede solicitar el ingreso: la organización se está fundando.',
  points: 'Puntos de unidad',
  noPoints: 'Por ahora no hay ninguno.',
  you: 'Sobre ti',
  name: 'Nombre',
  nameHint: 'Aquel por el que te conocen las demás personas. Lo puede leer cada integrante.',
  address: 'Dirección de correo',
  addressHint: 'Solo puede leerla quien lleva el padrón. Con ella iniciarás sesión más adelante.',
  place: 'Dónde vives',
  accept: 'Acepto los puntos de unidad.',
  submit: 'Enviar la solicitud',
  thanks: 'Gracias',
  thanksLead:
    'Tu solicitud está en manos de quienes integran la organización. Avisa a quienes te conocen, para que puedan avalarte. Cuando te admitan recibirás un enlace con el que eliges una contraseña.',
  home: 'Ir a la página de inicio',
}
