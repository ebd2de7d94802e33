import { speechIn } from '#kernel/speech'
import type * as en from '../en/common.ts'

/** What stands on every page. */
export const common: typeof en.common = {
  skip: 'Ir al contenido',
  language: 'Idioma',
  colours: 'Colores',
  coloursNames: { system: 'Como el dispositivo', light: 'Claros', dark: 'Oscuros' },
  menu: 'Menú',
  program: 'Plenum',
  nav: {
    home: 'Inicio',
    motions: 'Mociones',
    votes: 'Votaciones',
    decisions: 'Decisiones',
    program: 'Programa',
    members: 'Integrantes',
    units: 'Unidades',
    offices: 'Cargos',
    tendencies: 'Tendencias',
    cases: 'Casos',
    moderation: 'Moderación',
    rulebook: 'Reglamento',
    record: 'Registro',
  },
  account: 'Tu cuenta',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  signedInAs: (name) => `Sesión iniciada como ${name}.`,
  colophon:
    'Todas las horas son UTC. Todo lo que obliga a quienes integran la organización está en el registro, que cada integrante puede comprobar.',
  harm: 'Ayuda en confianza después de un daño',
  rights: 'Derechos que ninguna mayoría puede quitar.',
  optional: ' (puede quedar vacío)',
  inserted: 'agregado: ',
  deleted: 'eliminado: ',
  pages: 'Páginas de esta lista',
  previous: 'Página anterior',
  next: 'Página siguiente',
  page: (number) => `Página ${number}`,
  search: 'Buscar',
  suggested: { none: 'Nadie con este nombre.', one: '1 persona.', many: '{size} personas.' },
  choose: 'Elegir',
  back: 'Volver',
  errors: {
    title: (status) =>
      status === 404
        ? 'No se encontró'
        : status === 403
          ? 'Sin acceso'
          : status === 429
            ? 'Demasiado rápido'
            : 'Algo salió mal',
    home: 'Ir a la página de inicio',
    toSign: 'Esto es lo que hay que firmar. No se registró nada.',
    tooLarge:
      'Lo que enviaste es demasiado grande. Divídelo y envía las partes una tras otra; nada quedó registrado.',
    tooMany: (seconds) =>
      `Fue más de lo que el servidor acepta en un minuto. Espera ${count(seconds, 'segundo', 'segundos')} e inténtalo de nuevo; nada quedó registrado.`,
    none: {
      page: 'Esa página no existe.',
      motion: 'Esa moción no existe.',
      vote: 'Esa votación no existe.',
      member: 'No hay integrante con ese número.',
      unit: 'Esa unidad no existe.',
      mandate: 'Ese mandato no existe.',
      point: 'Ese punto no existe en el programa.',
      office: 'Ese cargo no existe.',
      tendency: 'No existe esa tendencia.',
      case: 'No existe ese caso.',
      election: 'Esa elección no existe.',
      complaint: 'Aquí no hay nada que te concierna.',
      panel: 'Ese panel no existe.',
      recall: 'Esa petición no existe.',
      rules: 'Esa versión del reglamento no existe.',
      entry: 'Esa entrada no existe.',
      request: 'No existe esa solicitud. Se usó, se detuvo o venció; pídelo de nuevo.',
      tile: 'Esa tesela no existe.',
    },
    unfit: 'El servidor no acepta esto. Vuelve atrás, carga la página de nuevo e inténtalo otra vez.',
    fault: (number) =>
      `Algo salió mal de nuestro lado (fallo ${number}). No se perdió nada; inténtalo de nuevo, o comunica el número.`,
    unreadable:
      'No se pudo leer el formulario. Vuelve a cargar la página y envíalo de nuevo; nada quedó registrado.',
  },
  formerMember: 'alguien que fue integrante',
  erasedText: 'Este texto se borró.',
  trouble: 'En este momento no se puede registrar nada.',
}

const { sayCount, sayList, sayNumber } = speechIn('es')
export { sayList, sayNumber }

/** An office as it is called; the one that the founding gives is recorded in English. */
export function officeName(office: string): string {
  return office === 'organizer' ? 'persona organizadora' : office
}

/** A number with its thing: “1 voto”, “12 votos”, “1,000,000 de votos”. */
export function count(number: number, one: string, many: string): string {
  return sayCount(number, { one, many: `de ${many}`, other: many })
}
