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
}
