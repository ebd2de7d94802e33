import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { RecordCode } from './messages.en.ts'

const { sayNumber } = speechIn('es')

export const spanish: Sentences<RecordCode> = {
  // Opening the storage
  'folder-not-writable': (f) =>
    `No se puede escribir en la carpeta ${say(f['folder'])} (${say(f['why'])}). Dásela a quien ejecuta Plenum, o elige otra.`,
  'folder-in-use': (f) =>
    `Otro Plenum (proceso ${say(f['pid'])}) está escribiendo en ${say(f['folder'])}. Detenlo primero, o elige otra carpeta.`,
  'no-database': (f) =>
    `Todavía no hay ningún registro en ${say(f['folder'])}. Inicia Plenum allí una vez, o elige la carpeta correcta.`,
  'database-damaged': (f) =>
    `${say(f['file'])} está dañado o no es una base de datos de Plenum (${say(f['why'])}). Pon en su lugar una copia de seguridad; Plenum no cambió nada.`,
  'database-url-wrong': () =>
    'DATABASE_URL no tiene la forma postgres://usuario:contraseña@servidor:puerto/base.',
  'database-unreachable': (f) =>
    `El servidor PostgreSQL en ${say(f['host'])}, puerto ${say(f['port'])}, no responde (${say(f['why'])}).`,
  'database-refuses': (f) =>
    `El servidor PostgreSQL en ${say(f['host'])}, puerto ${say(f['port'])}, rechaza al usuario ${say(f['user'])} o la base de datos ${say(f['database'])} (${say(f['why'])}).`,
  'database-too-old': (f) =>
    `La base de datos usa PostgreSQL ${say(f['version'])}; Plenum necesita la versión ${say(f['needed'])} o una posterior.`,
  'database-newer': (f) =>
    `Un Plenum más nuevo cambió esta base de datos (${say(f['names'])}). Usa esa versión o una posterior.`,
  'database-older': (f) =>
    `A esta base de datos le faltan cambios que este Plenum necesita (${say(f['names'])}). Inicia el servidor una vez; él los hace.`,
  // Writing the record
  'database-gone': (f) =>
    `La base de datos no responde (${say(f['why'])}). Nada quedó registrado; inténtalo más tarde.`,
  'disk-full': () => 'El disco está lleno. Nada quedó registrado; libera espacio e inténtalo de nuevo.',
  'outcome-unknown': () =>
    'La conexión con la base de datos se cortó en el último momento. En un instante se verá si esto quedó registrado.',
  'not-empty': (f) =>
    `Aquí ya hay algo (${say(f['found'])}). Un volcado solo se restaura en una base de datos vacía.`,
  // Signed notes, checkpoints, tiles
  'key-malformed': () => 'Esto no es una clave de la forma nombre+hash+base64.',
  'note-malformed': (f) => `Esto no es una nota firmada: ${say(f['why'])}.`,
  'note-not-signed': (f) => `La nota no lleva ninguna firma con la clave de ${say(f['name'])}.`,
  'note-signature-wrong': (f) => `La firma de ${say(f['name'])} no corresponde a la nota.`,
  'checkpoint-malformed': (f) => `Esto no es un punto de control: ${say(f['why'])}.`,
  'tile-path-malformed': (f) => `${say(f['path'])} no es la ruta de una tesela.`,
  'tile-absent': (f) => `El árbol de ${sayNumber(f['size'])} entradas no tiene esa tesela.`,
  'beyond-record': (f) =>
    `El registro tiene ${sayNumber(f['size'])} entradas; se pidieron ${sayNumber(f['asked'])}.`,
  // Texts beside the record
  'held-text-missing': () => 'Primero escribe algo.',
  'held-text-too-long': (f) =>
    `El texto tiene ${sayNumber(f['length'])} caracteres; caben ${sayNumber(f['most'])} como máximo. Acórtalo.`,
  // Reading an export
  'line-not-json': (f) => `La línea ${say(f['line'])} no es JSON.`,
  'line-not-canonical': (f) =>
    `La línea ${say(f['line'])} no es JSON canónico (una clave repetida, espacios, otro orden de claves u otra forma de escribir).`,
  'line-unknown-kind': (f) => `La línea ${say(f['line'])} no es cabecera, ni entrada, ni texto.`,
  'line-unknown-key': (f) =>
    `La línea ${say(f['line'])} tiene un campo ${say(f['key'])} que no existe en ninguna exportación.`,
  'line-field-wrong': (f) =>
    `Línea ${say(f['line'])}: el campo ${say(f['key'])} falta o no es como debe ser (${say(f['expected'])}).`,
  'line-format-unknown': (f) =>
    `Esta exportación tiene el formato ${say(f['format'])}, que esta versión no conoce.`,
  // Checking a tree
  'head-missing': () => 'La exportación no empieza con su línea de cabecera.',
  'head-twice': (f) => `La línea ${say(f['line'])} es una segunda cabecera.`,
  'text-before-entry': (f) => `Hay una entrada después de los textos, en la línea ${say(f['line'])}.`,
  'other-key': (f) =>
    `La exportación está firmada con la clave ${say(f['key'])}, no con ${say(f['expected'])}, en la que confías.`,
  'entry-missing': (f) =>
    f['from'] === f['to']
      ? `Falta la entrada ${say(f['from'])}.`
      : `Faltan las entradas ${say(f['from'])} a ${say(f['to'])}.`,
  'entry-twice': (f) => `La entrada ${say(f['seq'])} aparece dos veces.`,
  'entry-out-of-order': (f) =>
    `La entrada ${say(f['seq'])} está fuera de orden: aparece después de la entrada ${say(f['after'])}.`,
  'body-hash-wrong': (f) => `El cuerpo de la entrada ${say(f['seq'])} no es el que se registró.`,
  'leaf-wrong': (f) => `El encabezado de la entrada ${say(f['seq'])} no es el que se registró.`,
  'time-goes-back': (f) =>
    `La entrada ${say(f['seq'])} lleva una fecha anterior a la de la entrada que la precede.`,
  'id-twice': (f) =>
    `La entrada ${say(f['seq'])} tiene la misma autoría y el mismo identificador que una entrada anterior.`,
  'text-hash-wrong': (f) => `El texto ${say(f['text'])} no es aquel cuyo hash se registró.`,
  'checkpoint-invalid': (f) => `El punto de control de la exportación no es válido: ${say(f['why'])}.`,
  'checkpoint-other-origin': (f) =>
    `El punto de control es de ${say(f['found'])}, la exportación dice ${say(f['origin'])}.`,
  'checkpoint-other-size': (f) =>
    `El punto de control abarca ${sayNumber(f['signed'])} entradas, la exportación tiene ${sayNumber(f['found'])}.`,
  'checkpoint-other-root': () => 'Las entradas no dan la raíz que firma el punto de control: algo se cambió.',
  'older-checkpoint-invalid': (f) =>
    `El punto de control anterior no es válido para este registro: ${say(f['why'])}.`,
  'older-checkpoint-other-origin': (f) =>
    `El punto de control anterior es de ${say(f['found'])}, la exportación de ${say(f['origin'])}.`,
  'older-checkpoint-beyond': (f) =>
    `El punto de control anterior abarca ${sayNumber(f['signed'])} entradas, más que esta exportación con ${sayNumber(f['found'])}: se eliminaron entradas.`,
  'older-checkpoint-other-root': (f) =>
    `Las primeras ${sayNumber(f['signed'])} entradas no son las que firma el punto de control anterior: la historia fue reescrita.`,
}
