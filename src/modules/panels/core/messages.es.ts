import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { PanelCode } from './messages.en.ts'

const { sayMoment, sayNumber } = speechIn('es')

export const spanish: Sentences<PanelCode> = {
  'unknown-panel': () => 'No existe ese panel.',
  'panel-elsewhere': ({ stage }) =>
    stage === 'decided' || stage === 'undecided' || stage === 'ended'
      ? 'El panel ha terminado.'
      : 'El panel no está en el momento para esto.',
  'unknown-side': () => 'El panel no tiene esa parte.',
  'not-of-side': () => 'No hablas por esta parte.',
  'side-without-commitment': () =>
    'Esta parte no se comprometió con palabras secretas, así que no hay nada que abrir. El sorteo se hace sin ellas, y lo dice.',
  'commit-late': ({ until }) =>
    `Había plazo para comprometerse con palabras secretas hasta el ${sayMoment(until)}. El sorteo se hace sin las de esta parte, y lo dice.`,
  'committed-already': () => 'Esta parte ya se ha comprometido con sus palabras secretas.',
  'seed-early': ({ from }) =>
    `Guarda las palabras por ahora: se abren desde el ${sayMoment(from)}, cuando nadie puede elegir las suyas según ellas.`,
  'seed-opened-already': () => 'Esta parte ya ha abierto sus palabras.',
  'no-seat': () => 'No formas parte de este panel.',
  'no-such-seat': () => 'Esta persona no forma parte del panel.',
  'seat-taken-already': () => 'Ya has ocupado tu puesto.',
  'panel-involved': () =>
    'Este asunto te concierne y no puedes formar parte. Hazte a un lado: ocupa el puesto quien sigue en el sorteo.',
  'challenge-late': () =>
    'El panel ha empezado a resolver: ya no se puede recusar a quien lo forma. Sí puede hacerse a un lado por su cuenta.',
  'challenge-without-reason': () =>
    'La primera recusación de tu parte no necesita motivo; otra más, sí. Decide sobre ella el resto del panel.',
  'challenged-already': () => 'Esta persona ya está recusada; decide el resto del panel.',
  'challenge-own': () => 'Quien está en cuestión no decide sobre ello. Puedes hacerte a un lado.',
  'unknown-challenge': () => 'No hay ninguna recusación de esta persona sobre la que decidir.',
  'too-many-challenges': ({ most }) => `Tu parte ha hecho ${sayNumber(most)} recusaciones, que es el máximo.`,
  'finding-early': ({ from }) =>
    `El panel puede resolver desde el ${sayMoment(from)}: hasta entonces las partes pueden recusar a quien lo forma.`,
  'unknown-finding': () => 'Nadie del panel lo ha propuesto.',
  'dissented-already': () => 'Tu disenso ya consta.',
  'dissent-late': ({ until }) => `Se podía añadir un disenso hasta el ${sayMoment(until)}.`,
  'dissent-from-own': () => 'Estuviste de acuerdo con lo que resolvió el panel.',
  'draw-other-places': () => 'Las semillas dan otros lugares que los que el registro dice que salieron.',
  'draw-other-member': ({ member, place }) =>
    `${say(member)} no estaba en el lugar ${sayNumber(place)} del padrón congelado al anunciar el panel.`,
  'draw-seed-other': ({ by }) => `La semilla que abrió «${say(by)}» no es aquella con la que se comprometió.`,
  'draw-unannounced': () => 'El sorteo no sigue a ningún anuncio de este panel.',
  'words-missing': () => 'Escribe tus palabras: cinco o más que nadie pueda adivinar.',
  'panel-undrawn': () => 'El panel está anunciado y todavía no se ha sorteado.',
}
