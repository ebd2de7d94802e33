import { say, type Sentences } from '#kernel/sentences'
import type { TokenCode } from './messages.en.ts'

export const spanish: Sentences<TokenCode> = {
  'token-name-missing': () => 'Ponle al token un nombre con el que puedas reconocerlo.',
  'token-name-long': ({ most }) => `El nombre de un token tiene como máximo ${say(most)} caracteres.`,
  'token-without-scope': () => 'Elige al menos una cosa para la que se pueda usar el token.',
  'token-days-wrong': ({ most }) => `Un token vale como mínimo un día y como máximo ${say(most)}.`,
  'too-many-tokens': ({ most }) => `Ya tienes ${say(most)} tokens. Anula alguno que no necesites.`,
  'unknown-token': () => 'No tienes ningún token así.',
  'token-invalid': () =>
    'El token no es válido: nunca se dio, se anuló o venció. Crea uno nuevo en la página “Tokens”.',
  'token-needed': () =>
    'Para esto hace falta un token, enviado como “Authorization: Bearer plenum_…”. Se crean en la página “Tokens”.',
  'scope-missing': ({ scope }) => `El token no se puede usar para esto: le falta el alcance “${say(scope)}”.`,
  'case-text-elsewhere': () =>
    'Lo que se dice en un caso va bajo sello, y no se puede registrar por aquí. Envíalo a la operación del caso que corresponde, como POST /cases/{id}/findings.',
  'too-many-calls': ({ seconds }) => `Demasiadas llamadas. Continúa dentro de ${say(seconds)} segundos.`,
  'unknown-path': () =>
    'No hay nada en esta ruta. El documento en /api/v1/openapi.json enumera todo lo que hay.',
  'method-not-allowed': ({ allowed }) => `Esta ruta solo admite ${say(allowed)}.`,
  'unknown-thing': () => 'Aquí no existe tal cosa, o no te corresponde verla.',
  'media-type-wrong': ({ expected }) => `Envía el contenido como ${say(expected)}.`,
  'content-too-large': () => 'El contenido es demasiado grande.',
  'not-json': () => 'El contenido no es JSON.',
  'json-unsound': () =>
    'El JSON está anidado demasiado hondo, o tiene una clave o un carácter (NUL, medio par sustituto) que aquí no cabe en ningún texto.',
  'cursor-wrong': () => 'Esta lista no ha dado ese cursor.',
  'webhook-url-wrong': () =>
    'Un webhook necesita una dirección completa que empiece por https:// y que no lleve nombre ni contraseña.',
  'too-many-webhooks': ({ most }) => `Ya tienes ${say(most)} webhooks. Elimina alguno que no necesites.`,
  fault: ({ number }) =>
    `Algo falló de nuestro lado (fallo ${say(number)}). Inténtalo de nuevo o comunica el número.`,
}
