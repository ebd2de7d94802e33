import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { MemberCode } from './messages.en.ts'

const { sayMoment, sayNumber } = speechIn('es')

export const spanish: Sentences<MemberCode> = {
  'wrong-status': ({ status }) =>
    `Esto no puede hacerse con alguien que ${STATUS_WORDS[say(status)] ?? `está en el estado “${say(status)}”`}.`,
  'vouched-already': () => 'Ya diste tu aval por esta persona.',
  'no-vote-yet': ({ from }) =>
    `Podrás avalar a otras personas desde el ${sayMoment(from)}, cuando tengas derecho a voto.`,
  'too-few-vouches': ({ had, needed }) =>
    `Una solicitud necesita el aval de ${sayNumber(needed)} integrantes; hasta ahora tiene ${sayNumber(had)}.`,
  'lives-there-already': ({ unit }) => `“${say(unit)}” ya es la unidad de pertenencia.`,
  'notice-given-already': () => 'Ya se dio aviso; corre hasta el día que indica.',
  'nothing-to-mend': () => 'La habilitación de esta persona está vigente; no hay nada que restablecer.',
  'home-not-a-place': ({ unit }) => `“${say(unit)}” es un grupo. La unidad de pertenencia es un lugar.`,
  'address-held': ({ email }) =>
    `Alguien con la dirección ${say(email)} ya está en el padrón o ya presentó una solicitud.`,
  'no-file': () => 'No hay nada que leer. Elige un archivo, o pega la lista.',
  'file-too-large': ({ most }) =>
    `El archivo pesa más de ${sayNumber(most)} megabytes. Divídelo y carga las partes una tras otra.`,
  'file-has-problems': ({ count, first }) =>
    `El archivo tiene problemas: ${say(count)}. No se registró nada. El primero: ${say(first)}`,
  'no-organizer': () =>
    'La lista no nombra a ninguna persona organizadora. Nombra al menos a una: quienes organizan someten la fundación a votación y después llevan el padrón.',
  'reason-missing': () => 'Da la razón: la persona afectada tiene derecho a conocerla.',
  'not-confirmed': () => 'Marca la casilla que lo confirma. No se hizo nada.',
  'points-not-accepted': () => 'Quien ingresa acepta los puntos de unidad. Marca la casilla si los aceptas.',
  'name-missing': () => 'Hace falta un nombre. Escribe aquel por el que te conocen las demás personas.',
  'address-unfit': ({ address }) =>
    `“${say(address)}” no es una dirección de correo. Revísala, o deja el campo vacío.`,
  'field-too-long': ({ length, most }) =>
    `Un campo tiene ${sayNumber(length)} caracteres; caben ${sayNumber(most)} como máximo. Acórtalo.`,
  'field-unfit': () => 'Un campo tiene un salto de línea o un carácter invisible. Escríbelo de nuevo.',
  'not-a-group': () => 'Solo se entra y se sale de los grupos. A un lugar se pertenece por vivir en él.',
  'group-of-delegates': () => 'Nadie se une a un consejo: a quienes lo forman se les envía por mandato.',
  'joined-already': () => 'Ya perteneces a este grupo.',
  'not-in-group': () => 'No perteneces a este grupo.',
  'group-elsewhere': ({ unit }) =>
    `“${say(unit)}” recibe a integrantes de la unidad en la que está. No perteneces a ella.`,
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  unknown: 'no está en el padrón',
  listed: 'está en el padrón fundacional',
  struck: 'salió del padrón fundacional',
  applicant: 'tiene una solicitud pendiente',
  refused: 'recibió un rechazo',
  member: 'ya es integrante',
  lapsed: 'tiene la habilitación caducada',
  former: 'dejó de ser integrante',
}
