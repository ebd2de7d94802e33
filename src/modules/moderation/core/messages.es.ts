import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { ModerationCode } from './messages.en.ts'

const { sayCount, sayNumber } = speechIn('es')

export const spanish: Sentences<ModerationCode> = {
  'unknown-text': () =>
    'No existe ese texto. Lo que se decide (mociones, enmiendas, puntos, plataformas, papeletas) no puede ocultarlo nadie.',
  'text-replaced': () => 'Este texto se ha cambiado por otro entretanto. Mira primero el nuevo.',
  'text-erased': () => 'Quien lo escribió ha borrado este texto.',
  'text-withdrawn': () => 'Quien lo escribió ha retirado este texto.',
  'text-in-record': () =>
    'Un informe de minoría está en el propio registro y se queda allí para siempre. Puedes retirarlo.',
  'not-your-text': () => 'Solo quien escribió un texto puede retirarlo o borrarlo.',
  'report-signed-by-others': () =>
    'Otras personas han firmado este informe, así que ya no puedes retirarlo por tu cuenta.',
  'own-text': () => 'Este texto es tuyo: retíralo o bórralo en lugar de ocultarlo.',
  'moderator-concerned': () =>
    'Esto te afecta (porque lo propones, lo apoyas, eres candidata o candidato, o trata de ti). Tiene que decidirlo otra persona que modere.',
  'hidden-already': () => 'Este texto ya está oculto.',
  'not-hidden': () => 'Este texto no está oculto.',
  'restored-before': () => 'Este texto se restauró tras un recurso. No puede ocultarse otra vez.',
  'no-conduct-rules': () =>
    'Cuando se escribió, la unidad no tenía normas de conducta, así que no puede ocultarse por ninguna. Una moción puede aprobarlas para lo que se escriba después.',
  'other-conduct-rule': () =>
    'Un texto se juzga por las normas de conducta que valían cuando se escribió. Elige una de ellas.',
  'too-many-conduct-rules': ({ most }) =>
    `Una unidad puede tener como máximo ${sayNumber(most)} normas de conducta.`,
  'hidden-too-many': ({ most }) =>
    `Has ocultado ${sayCount(most, { one: 'texto', other: 'textos' })} en un día, que es lo máximo para una persona que modera.`,
  'hidden-too-many-of-one': ({ most, days }) =>
    `Has ocultado ${sayCount(most, { one: 'texto', other: 'textos' })} de esta persona en ${say(days)} días, que es lo máximo. Tiene que decidir otra persona que modere.`,
  'hiding-reason-missing': () => 'Di por qué: la razón queda junto al texto, a la vista de todas.',
  'hiding-reason-too-long': ({ length, most }) =>
    `La razón tiene ${sayNumber(length)} caracteres; caben ${sayNumber(most)} como máximo.`,
  'hiding-rule-missing': () => 'Elige la norma de conducta que incumple el texto.',
}
