import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { VotingCode } from './messages.en.ts'

const { sayCount, sayMoment, sayNumber } = speechIn('es')

export const spanish: Sentences<VotingCode> = {
  'unknown-vote': () => 'No existe esa votación, o no está abierta.',
  'vote-closed': ({ closed }) => `La votación cerró el ${sayMoment(closed)}. Este voto no quedó registrado.`,
  'not-on-roll': ({ opened, announced }) =>
    announced === undefined
      ? `No estás en el padrón de esta votación, que quedó fijado cuando se abrió, el ${sayMoment(opened)}.`
      : `No estás en el padrón de esta votación: son quienes tenían voto cuando se anunció, el ${sayMoment(announced)}.`,
  'wrong-number-of-answers': ({ questions, answers }) =>
    `La votación tiene ${sayCount(questions, { one: 'pregunta', other: 'preguntas' })}; la papeleta responde ${sayNumber(answers)}. Responde a cada una; abstenerse es una respuesta.`,
  'vote-opened-already': () => 'Esta votación ya se abrió.',
  'unknown-subject': () => 'Nada de este tipo se somete a votación.',
  'wrong-opening': () =>
    'La votación se abrió con un padrón, unas preguntas o un cierre distintos de los que dan las reglas.',
  'wrong-result': () => 'El resultado registrado no es el que dan los votos y las reglas.',
  'wrong-unit': () => 'Esto se registró en una unidad distinta de la que le corresponde.',
  'not-ranked': () => 'En esta votación no se ordenan candidaturas.',
  'unknown-candidate': ({ number }) =>
    `En esta papeleta no existe la candidatura número ${sayNumber(number)}.`,
  'ranked-twice': () => 'Una candidatura tiene dos lugares en esta papeleta. Da a cada una un solo lugar.',
  'rank-shared': () =>
    'Dos candidaturas tienen el mismo número. El método de esta elección pide un número distinto para cada una.',
  'vote-is-secret': () =>
    'Esta votación es secreta: no se acepta una papeleta con nombre. Vota en la página de la votación.',
  'vote-not-secret': () => 'Esta votación es abierta: no tiene papeletas secretas.',
  'ballot-keys-missing': () => 'Todavía no se hicieron las claves de esta votación secreta.',
  'ballot-keys-unfit': () => 'Estas no pueden ser las claves de una votación secreta, o ya se usaron antes.',
  'board-missing': () => 'Una votación secreta no se puede cerrar sin sus papeletas.',
  'board-counts': () =>
    'Los números de una votación secreta no encajan: hay más papeletas que claves, o más claves de las que se dieron, o se dieron más que integrantes hay en el padrón.',
  'board-participation': () =>
    'Lo que se dice de quién participó no encaja con el padrón o con el número de claves que se dieron.',
  'key-list-unfit': () => 'La lista de claves es más larga que el padrón, o está mal contada.',
  'polling-unfit': () =>
    'Lo que se dice de las mesas de votación no encaja: hay más papeletas en papel que integrantes que tomaron una, papeletas sin dos personas escrutadoras, más claves de pantallas de votación que las que se dieron, o no se anunció ninguna mesa.',
  'paper-unfit': ({ number }) =>
    `La papeleta en papel ${sayNumber(number)} dice lo que ninguna papeleta de esta votación puede decir, o está fuera de orden.`,
  'polling-time': () =>
    'Una mesa de votación se anuncia antes de que empiece, termina después de empezar y dura dos días como mucho.',
  'polling-late': ({ closes }) =>
    `La votación cierra el ${sayMoment(closes)}. Una mesa de votación tiene que terminar antes, para que se puedan registrar las papeletas en papel.`,
  'polling-place': ({ most }) =>
    `Di en ${sayNumber(most)} caracteres como mucho dónde está la mesa de votación.`,
  'polling-begun': () => 'Esta mesa de votación ya empezó y no se puede cancelar.',
  'too-many-sessions': ({ most }) => `Una votación tiene como mucho ${sayNumber(most)} mesas de votación.`,
  'unknown-session': () => 'No existe esa mesa de votación; puede que se haya cancelado.',
  'polling-not-now': () =>
    'Ahora no hay ninguna mesa de votación abierta. Se marca a integrantes en los horarios anunciados, y en ningún otro.',
  'mark-yourself': () =>
    'Nadie se marca a sí mismo: que lo haga otra persona de la mesa, o vota desde tu propia página.',
  'marked-not-on-roll': () =>
    'Esta persona no está en el padrón de la votación, que quedó fijado cuando se abrió.',
  'paper-tellers': () => 'Quienes escrutan son dos personas distintas.',
  'papers-missing': () => 'Todavía no hay papeletas registradas. Registra lo que leíste en cada una.',
  'papers-too-many': ({ papers, counted, taken }) =>
    `Registraste ${sayNumber(papers)} papeletas, y hay ${sayNumber(counted)} contadas de otros lotes. Se tomaron ${sayNumber(taken)}, así que son demasiadas.`,
  'paper-line': ({ line }) =>
    `La línea ${sayNumber(line)} no se puede leer como papeleta de esta votación. Mira el ejemplo sobre el campo; no se registró nada.`,
  'issuers-lacking': ({ needed, ready }) =>
    `Esta votación secreta necesita ${sayNumber(needed)} emisores que hayan entregado una clave, y tiene ${sayNumber(ready)}. Se abre en cuanto haya bastantes.`,
  'issuers-k-unfit': ({ all, least }) =>
    `De ${sayNumber(all)} emisores tienen que firmar cada clave al menos ${sayNumber(least)}, y como mucho todos: con menos, este servidor y unos pocos de los otros podrían hacer claves para quienes no participan.`,
  'issuers-alike': () =>
    'Cada emisor necesita un nombre, una dirección y una clave propios, y ninguno puede llamarse Plenum: ese es este servidor.',
  'issuers-many': ({ most }) =>
    `Además de este servidor se pueden nombrar ${sayNumber(most)} emisores como mucho.`,
  'issuers-k-missing': ({ most }) =>
    `Di cuántos emisores tienen que firmar cada clave: un número entero de 1 a ${sayNumber(most)}, contando este servidor.`,
  'issuer-line-unfit': ({ line }) =>
    `La línea ${sayNumber(line)} de los emisores no es nombre, dirección y clave, con un espacio entre ellos. Copia la línea que imprime plenum issuer init.`,
  'issuer-address-unfit': ({ line, address }) =>
    `Línea ${sayNumber(line)} de los emisores: ${say(address)} no es la dirección de un emisor. Son solo protocolo y servidor, como https://issuer.example.`,
  'issuer-unknown': () => 'Ninguna moción ha nombrado a un emisor con esta clave.',
  'issuer-stock-full': ({ left, most }) =>
    `Hay ${sayNumber(left)} claves de este emisor sin usar, y puede haber ${sayNumber(most)} como mucho. Entrega menos.`,
  'issuer-overdrawn': ({ name, count, roll }) =>
    `${say(name)} dice que firmó ${sayNumber(count)} claves; en el padrón hay ${sayNumber(roll)} integrantes.`,
  'issuer-key-known': () => 'Una de estas claves ya se entregó antes. Cada clave sirve para una votación.',
  'issuer-key-unfit': () =>
    'Una de estas no es una clave, o no la firmó el emisor que nombraron las personas integrantes.',
  'not-due': () => 'Todavía no ha llegado el momento de hacer esto.',
}
