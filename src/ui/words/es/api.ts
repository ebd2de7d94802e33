import type * as english from '../en/api.ts'

/** What the API says, and the pages about it. */
export const api: typeof english.api = {
  titles: {
    400: 'No es como tiene que ser',
    401: 'Sin identificar',
    403: 'No permitido',
    404: 'No encontrado',
    405: 'Esta ruta no admite ese método',
    409: 'Las reglas o el estado lo impiden',
    413: 'Demasiado grande',
    415: 'Se espera otra clase de contenido',
    429: 'Demasiadas llamadas',
    500: 'Un fallo nuestro',
    503: 'No es posible en este momento',
    507: 'No queda espacio',
  },
  otherTitle: 'Rechazado',
  title: 'Para programas',
  lead: 'Todo lo que hacen estas páginas también lo puede hacer un programa: leer, proponer, votar. Llama con el token de una persona y puede hacer lo que ella puede, o menos.',
  english: 'Lo que sigue está hecho del documento que leen los programas, y está en inglés.',
  tokens: 'Crear un token',
  webhooks: 'Hacer que se avise a un servidor de entradas nuevas',
  document: 'El documento (OpenAPI 3.1), del que se pueden generar clientes',
  notHere:
    'Aquí no están: contraseñas, llaves de acceso, segundos pasos, la creación de tokens ni las páginas de quien opera el servidor. Eso es para una persona frente a una pantalla.',
  schemas: 'Lo que se envía y se responde',
  forAll: 'Para todo el mundo, sin token.',
  anyScope: 'Requiere un token; el alcance depende de lo que se envía.',
  needs: 'Requiere un token con el alcance',
  parameters: 'Parámetros',
  body: 'Lo que se envía',
  answer: 'Lo que se responde',
  example: 'Ejemplo',
  optional: '(se puede omitir)',
}
