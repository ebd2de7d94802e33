import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import { breachSentences } from '#modules/rulebook/core'
import type { UnitCode } from './messages.en.ts'

const { sayNumber } = speechIn('es')

export const spanish: Sentences<UnitCode> = {
  'already-founded': () => 'La organización ya está fundada.',
  'rules-outside-bounds': ({ breaches }) =>
    `Estas reglas exceden sus límites: ${breachSentences(breaches, 'es')}.`,
  'signature-not-demandable': ({ act }) =>
    `Ninguna regla puede exigir una firma para “${say(act)}”: solo para lo que se hace en un cargo. Lo que puede hacer cualquier integrante nunca depende de un dispositivo.`,
  'unit-elsewhere': () =>
    'Esto corresponde a otra unidad. Presenta la moción en la unidad a la que concierne.',
  'unit-exists': () => 'Ya existe una unidad con este identificador.',
  'unit-name-taken': ({ name }) => `Aquí ya hay una unidad llamada “${say(name)}”. Elige otro nombre.`,
  'place-under-group': ({ unit }) =>
    `“${say(unit)}” es un grupo; un lugar solo puede estar dentro de otro lugar.`,
  'too-many-units': ({ most }) => `Puede haber ${sayNumber(most)} unidades como máximo.`,
  'unknown-unit': () => 'No existe esa unidad.',
  'unit-name-missing': () => 'Ponle un nombre a la unidad.',
  'unit-name-too-long': ({ length, most }) =>
    `El nombre tiene ${sayNumber(length)} caracteres; caben ${sayNumber(most)} como máximo.`,
}
