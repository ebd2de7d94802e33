import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { IssuerCode } from './messages.en.ts'

const { sayCount, sayMoment, sayNumber } = speechIn('es')

export const spanish: Sentences<IssuerCode> = {
  'issuer-nothing-here': () => 'Aquí no hay nada. Un emisor responde a la página de una votación secreta.',
  'issuer-throttled': ({ minutes }) =>
    `Desde tu red llegaron demasiados códigos equivocados. Vuelve a intentarlo en ${sayCount(minutes, { one: 'minuto', other: 'minutos' })}.`,
  'issuer-vote-unknown': () =>
    'Este emisor no conoce esta votación, o no tiene clave en ella. Inténtalo de nuevo en un minuto; si sigue así, avisa a quien maneja el emisor.',
  'issuer-code-wrong': () =>
    'Este no es tu código con este emisor. Busca una letra mal escrita; cada emisor te dio un código distinto. Si no tienes ninguno, pídelo a quien maneja el emisor.',
  'issuer-over': ({ until }) => `Este emisor dio claves hasta ${sayMoment(until)}, y ya no da más.`,
  'issuer-issued-already': () =>
    'Este emisor ya firmó una clave tuya en esta votación, hecha con otro resguardo. Sigue con las doce palabras de aquel resguardo. Si no fuiste tú, avisa a quien maneja el emisor: alguien usó tu código.',
  'issuer-roll-used-up': ({ roll }) =>
    `Este emisor firmó ${sayNumber(roll)} claves, tantas como integrantes hay en el padrón, y no firma más. Avisa a quien lo maneja: alguien tiene una clave que no le corresponde.`,
  'issuer-opening-unproved': ({ why }) =>
    `No está probado que la entrada que abre esta votación esté en el registro en que confía este emisor. ${say(why)}`,
  'issuer-opening-foreign': ({ entry }) =>
    `La entrada ${say(entry)} no abre ninguna votación con una clave de este emisor.`,
  'issuer-log-rewritten': ({ size, before }) =>
    `El registro de ahora (${sayNumber(size)} entradas) no continúa el que vio este emisor (${sayNumber(before)} entradas). No se firma nada; avisa a las personas integrantes y conserva esta carpeta como está.`,
  'issuer-log-another': ({ found, trusted }) =>
    `El registro de la organización es ${say(found)}, y este emisor confía en ${say(trusted)}. Si se restauró de una copia y las personas integrantes lo saben, ejecuta plenum issuer init --again.`,
  'issuer-organization-silent': ({ address, why }) =>
    `${say(address)} no responde como una organización: ${say(why)}`,
  'issuer-list-unreadable': ({ line }) =>
    `La línea ${say(line)} de la lista no es texto. Guárdala como CSV en UTF-8.`,
  'issuer-list-without-members': () =>
    'La primera línea tiene que nombrar las columnas, y una tiene que ser «member»: el identificador de cada integrante, como m-0123456789ab.',
  'issuer-list-line-unfit': ({ line, found }) =>
    `Línea ${say(line)}: «${say(found)}» no es un identificador de integrante. Empieza por m- y le siguen doce letras o cifras.`,
  'issuer-list-member-twice': ({ line, member }) =>
    `Línea ${say(line)}: ${say(member)} está dos veces en la lista.`,
  'issuer-folder-none': ({ folder }) =>
    `No hay ningún emisor en ${say(folder)}. Haz uno con plenum issuer init, o di su carpeta con --data.`,
  'issuer-folder-taken': ({ folder }) =>
    `Ya hay un emisor en ${say(folder)}. Con --again toma lo que es ahora el registro de la organización; su nombre y su clave duradera siguen igual.`,
  'issuer-address-wrong': ({ address }) =>
    `${say(address)} no es una dirección. Son solo protocolo y servidor, como https://issuer.example.`,
  'issuer-name-unfit': () => 'El nombre de un emisor tiene de 1 a 100 letras.',
}
