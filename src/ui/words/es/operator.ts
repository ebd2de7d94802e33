import { LOCALES } from '#kernel/language'
import type * as en from '../en/operator.ts'
import { count } from './common.ts'

/** In megabytes or gigabytes, whichever says more. */
const sayBytes = (bytes: number) =>
  bytes < 1e9
    ? `${Math.ceil(bytes / 1e6).toLocaleString(LOCALES.es)} MB`
    : `${(bytes / 1e9).toLocaleString(LOCALES.es, { maximumFractionDigits: bytes < 1e10 ? 2 : 0 })} GB`

const entries = (n: number) => count(n, 'entrada', 'entradas')

export const operator: typeof en.operator = {
  title: 'Mantenimiento',
  signOut: 'Salir de estas páginas',
  signIn: {
    lead: 'Para quien opera este servidor. Estas páginas muestran cómo está; no deciden nada ni inician la sesión de nadie.',
    how: 'Genera un código en la máquina donde funciona. Vale 15 minutos y una sola vez.',
    code: 'Código',
    submit: 'Abrir las páginas de mantenimiento',
  },
  health: {
    title: 'Estado',
    lead: 'Cómo está el servidor. Nada de esto trata de nadie.',
    well: 'Todo está bien: se pueden registrar actos.',
    version: 'Versión',
    versions: (plenum, node) => `Plenum ${plenum}, Node ${node}`,
    running: 'En marcha desde',
    engine: 'Base de datos',
    engines: { sqlite: 'SQLite', postgres: 'PostgreSQL' },
    size: sayBytes,
    record: 'Registro',
    entries,
    checkpoint: 'Último punto de control firmado',
    noCheckpoint: 'todavía ninguno',
    covers: (n) => `abarca ${entries(n)}`,
    disk: 'Disco',
    free: (free, total) => `${sayBytes(free)} libres de ${sayBytes(total)}`,
    backup: 'Última copia de seguridad',
    backups: {
      none: 'Todavía no hay ninguna.',
      unknown: 'No se sabe: PLENUM_BACKUPS no nombra ninguna carpeta.',
    },
    memory: 'Memoria',
    used: (used, total) => `${sayBytes(used)} de los ${sayBytes(total)} de la máquina`,
    clock: 'El reloj de la máquina',
    clockWell: 'no ha dado saltos.',
    queues: { mail: 'Correo', webhook: 'Webhooks' },
    queue: (waiting, givenUp) =>
      `${count(waiting, 'mensaje espera', 'mensajes esperan')}; ${count(givenUp, 'se abandonó', 'se abandonaron')}`,
    due: 'Próximo vencimiento',
    nothingDue: 'ninguno',
  },
  keys: {
    title: 'Claves',
    lead: 'El servidor firma los puntos de control del registro con una clave propia. Cada integrante los comprueba con la mitad pública.',
    origin: 'Nombre del registro',
    vkey: 'Clave pública',
    checkpoint: 'Punto de control',
    checkpointFile: 'El último, como archivo',
    private: 'La clave privada',
    privateWhere: {
      sqlite:
        'Está en la base de datos, el archivo plenum.sqlite de la carpeta de datos, que solo puede leer el usuario que opera el servidor. Una copia de ese archivo también la contiene; un volcado (plenum dump) no.',
      postgres:
        'Está en la base de datos, en la tabla “log”. La tiene quien pueda leer esa tabla, y también una copia de la base; un volcado (plenum dump) no.',
    },
    privateKeep:
      'Quien la tiene puede firmar otra historia con este nombre. Guarda las copias de la base como guardas el servidor: cifradas, en pocas manos y nunca en un correo.',
    privateLost:
      'Si es posible que se haya copiado, haz un volcado y restáuralo en una base vacía: el registro sigue entonces con una clave nueva y lo dice en su primera entrada. Comunica la clave nueva a quienes integran la organización por otra vía que no sea este servidor.',
  },
}
