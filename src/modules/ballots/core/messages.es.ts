import type { Json } from '#kernel/canonical'
import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { BallotCode } from './messages.en.ts'

const { sayCount, sayMoment, sayNumber } = speechIn('es')

const onBoard = (number: Json | undefined): string =>
  number === undefined ? 'Esta papeleta' : `La papeleta ${say(number)} del tablón`

export const spanish: Sentences<BallotCode> = {
  'ballot-length': ({ number }) =>
    `${onBoard(number)} no tiene la longitud de todas las papeletas de esta votación.`,
  'ballot-version': ({ number }) => `${onBoard(number)} es de una versión que este programa no conoce.`,
  'ballot-number': ({ number }) => `${onBoard(number)} no tiene número; el primero es el 1.`,
  'ballot-issuers': ({ number }) =>
    `${onBoard(number)} no nombra a quienes emitieron como debe: cada cual una vez, en su orden.`,
  'ballot-not-issued': ({ number, issuer }) =>
    `${onBoard(number)} no viene de una clave firmada por la emisora ${say(issuer)} para esta votación.`,
  'ballot-not-signed': ({ number }) => `${onBoard(number)} no está firmada por su propia clave.`,
  'ballot-twice': ({ number }) => `${onBoard(number)} es la segunda de una misma clave.`,
  'board-unsorted': ({ number }) =>
    `${onBoard(number)} no está en su sitio: el tablón sigue el orden de los resúmenes de sus claves.`,
  'keys-unsorted': ({ number }) => `La clave ${say(number)} de la lista no lo es, o no está en su sitio.`,
  'key-not-listed': ({ number }) =>
    `${onBoard(number)} viene de una clave que no está en la lista de claves.`,
  'ballot-superseded': ({ number }) =>
    `Antes se aceptó otra papeleta de esta clave, con el número ${sayNumber(number)}. Esta no se aceptó.`,
  'ballots-over': () => 'Ahora no se aceptan papeletas en esta votación. La tuya no se aceptó.',
  'keys-over': () => 'En esta votación ya no se dan ni se inscriben más claves.',
  'already-issued': () =>
    'Ya recibiste una clave en esta votación, con otro resguardo. Toma aquel resguardo, sus doce palabras, y continúa con él en cualquier dispositivo.',
  'request-malformed': () => 'Esto no es una solicitud de clave. Carga la página de nuevo.',
  'ballot-keys-lost': () =>
    'Se perdieron las claves de esta votación. Empezará de nuevo, y podrás votar otra vez.',
  'ballot-throttled': ({ seconds }) =>
    `Llegaron muchas papeletas desde tu red. Inténtalo de nuevo en ${sayCount(seconds, { one: 'segundo', other: 'segundos' })}; la tuya no se aceptó.`,
  'key-given-online': () =>
    'Esta persona recibió una clave en un dispositivo suyo, y vota con ese dispositivo o con sus doce palabras. Nadie recibe una segunda.',
  'paper-taken': () =>
    'En una mesa de votación se entregó una papeleta en papel a nombre de esta persona, y quien tiene papel no recibe clave. Si el papel vuelve sin usar, quienes atienden la mesa pueden retirar la marca.',
  'marked-for-screen': () =>
    'Esta persona quedó marcada en una mesa de votación para votar en su pantalla. Vota allí, o con las doce palabras del resguardo de allí. Mientras no se haya dado una clave, la marca se puede retirar en la página de la votación.',
  'not-marked': () => 'Esta persona no está marcada en una mesa de esta votación.',
  'mark-used': () => 'Con esta marca ya se dio una clave, así que no se puede retirar.',
  'code-wrong': () =>
    'Este código no abre ninguna pantalla de votación. Busca una letra mal escrita, o pide un código nuevo a quien atiende la mesa.',
  'code-used': () =>
    'Con este código ya se dio una clave, para otro resguardo. Escribe las doce palabras de aquel resguardo para continuar; nadie recibe una segunda clave.',
  'unknown-batch': () => 'No existe ese lote de papeletas.',
  'not-teller': () => 'No eres una de las dos personas escrutadoras de este lote.',
  'papers-agreed': () =>
    'Las dos personas escrutadoras registraron lo mismo en este lote. Está contado y ya no se cambia.',
  'ballots-later': ({ from }) =>
    `Las claves se dan hasta el ${sayMoment(from)}; quien tenga una vota desde entonces.`,
  'choice-malformed': ({ number }) =>
    `${onBoard(number)} dice algo que ninguna papeleta de esta votación puede decir.`,
  'choice-too-long': ({ number, most }) =>
    `${onBoard(number)} ordena a más personas candidatas de las que se pueden ordenar: ${sayNumber(most)}.`,
}
