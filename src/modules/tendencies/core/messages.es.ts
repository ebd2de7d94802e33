import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { TendencyCode } from './messages.en.ts'

const { sayMoment, sayNumber } = speechIn('es')

export const spanish: Sentences<TendencyCode> = {
  'unknown-tendency': () => 'No existe esa tendencia.',
  'tendency-ended': ({ name, at }) => `La tendencia «${say(name)}» terminó el ${sayMoment(at)}.`,
  'tendency-forming': ({ name }) =>
    `La tendencia «${say(name)}» todavía no tiene firmas suficientes: habla junto a las mociones cuando las tenga.`,
  'tendency-name-taken': ({ name }) => `Ya hay una tendencia de esta unidad que se llama «${say(name)}».`,
  'forming-already': ({ name }) =>
    `Tu tendencia «${say(name)}» se está formando. Funda otra cuando esté en pie o haya caducado.`,
  'not-signatory': ({ name }) => `No firmas «${say(name)}».`,
  'not-waiting': ({ name }) => `Nadie con ese nombre espera entrar en «${say(name)}».`,
  'stance-twice': ({ number }) =>
    `La postura ${sayNumber(number)} trata de un punto del que ya trata una anterior.`,
  'stance-empty': ({ number }) =>
    `A la postura ${sayNumber(number)} le falta su texto: di cómo debería ser el punto.`,
  'stance-overfull': ({ number }) =>
    `La postura ${sayNumber(number)} afirma o suprime un punto tal como está: no lleva texto propio.`,
  'stance-without-point': ({ number }) =>
    `La postura ${sayNumber(number)} tiene que nombrar un punto del programa o ser un punto propio.`,
  'point-struck': ({ number }) =>
    `El punto ${sayNumber(number)} fue suprimido; no hay sobre qué tomar postura.`,
  'platform-missing': () =>
    'Una plataforma necesita al menos una postura: di qué afirmas, cambias, suprimes o añades.',
  'tendency-name-missing': () => 'Pon un nombre a la tendencia.',
  'tendency-name-too-long': ({ length, most }) =>
    `El nombre tiene ${sayNumber(length)} caracteres; el máximo es ${sayNumber(most)}.`,
  'stance-too-long': ({ number, length, most }) =>
    `El texto de la postura ${sayNumber(number)} tiene ${sayNumber(length)} caracteres; el máximo es ${sayNumber(most)}.`,
  'too-many-proposals': ({ most }) =>
    `Tienes ${sayNumber(most)} propuestas abiertas en esta tendencia, que es el máximo.`,
  'unknown-proposal': () => 'No existe esa propuesta en esta tendencia.',
  'proposal-held': () => 'Más de la mitad de quienes firman ya está de acuerdo.',
  'agreed-already': () => 'Ya has dado tu acuerdo.',
  'signatories-listed': ({ name }) => `“${say(name)}” publica quién firma: firma con tu nombre, o no firmes.`,
  'signatories-unlisted': ({ name }) =>
    `“${say(name)}” no publica quién firma: esto te habría dado a conocer, así que no se registró nada. Usa el formulario de su página.`,
  'statement-late': () =>
    'La moción está decidida: una tendencia habla junto a ella hasta entonces. Un informe de minoría te sigue abierto.',
}
