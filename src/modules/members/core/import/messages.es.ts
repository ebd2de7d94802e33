import { say } from '#kernel/sentences'
import type { ImportWords } from './problem.ts'

const problems: ImportWords['problems'] = {
  'empty-file': () => 'El archivo está vacío. Guarda la lista de nuevo y elige ese archivo.',
  'spreadsheet-file': () =>
    'Esto es un archivo de hoja de cálculo. Ábrelo, elige “Guardar como” y “CSV UTF-8”, y carga el archivo que resulte.',
  'not-a-csv': () => 'Esto no es un archivo CSV. Guarda la lista como “CSV UTF-8” y carga ese archivo.',
  'not-utf8': () =>
    'Esta línea tiene letras que no están escritas en UTF-8. En tu hoja de cálculo, guarda el archivo como “CSV UTF-8” y cárgalo de nuevo.',
  'not-utf16': () =>
    'El archivo dice que es UTF-16 y no lo es. Guárdalo como “CSV UTF-8” y cárgalo de nuevo.',
  'too-many-lines': ({ facts }) =>
    `El archivo tiene ${say(facts['lines'])} líneas; se pueden leer ${say(facts['most'])} a la vez como máximo. Divídelo y carga las partes una tras otra.`,
  'no-members': () => 'El archivo tiene un encabezado y nadie debajo. Agrega al menos una línea.',
  'column-missing': ({ column, facts }) =>
    `No hay ninguna columna llamada “${say(column)}”. La primera línea debe nombrar las columnas: nombre y, si las tienes, correo, lugar, organizador. Dice: ${say(facts['found'])}.`,
  'column-twice': ({ column, facts }) =>
    `Las columnas “${say(facts['first'])}” y “${say(column)}” significan lo mismo. Quita una o cámbiale el nombre.`,
  'quote-not-closed': () =>
    'Aquí se abre una comilla (") que no se cierra. Ciérrala o quítala; lo que sigue no se leyó.',
  'stray-quote': () =>
    'Hay una comilla (") dentro de un campo. Pon todo el campo entre comillas y duplica las de adentro; lo que sigue no se leyó.',
  'ragged-row': ({ facts }) =>
    `Aquí hay ${say(facts['found'])} campos y en el encabezado ${say(facts['expected'])}. Pon entre comillas el campo que contenga un separador, o agrega lo que falte.`,
  'no-name': () => 'Falta el nombre. Escríbelo, o quita la línea.',
  'too-long': ({ facts }) =>
    `El campo tiene ${say(facts['length'])} caracteres; caben ${say(facts['most'])} como máximo. Acórtalo.`,
  'control-character': ({ facts }) =>
    `El campo tiene un salto de línea o un carácter invisible (${say(facts['character'])}). Escríbelo de nuevo.`,
  'bad-address': ({ facts }) =>
    `“${say(facts['address'])}” no es una dirección de correo. Corrígela, o deja el campo vacío.`,
  'address-twice': ({ facts }) =>
    `La dirección ${say(facts['address'])} ya está en la línea ${say(facts['first'])}. Cada persona necesita la suya; quita una de las dos líneas o una de las direcciones.`,
  'unclear-yes-no': ({ facts }) =>
    `“${say(facts['found'])}” no es ni sí ni no. Escribe sí, o deja el campo vacío.`,
}

export const spanish: ImportWords = {
  at: (line, column, sentence) => `Línea ${line}${column === null ? '' : `, ${column}`}: ${sentence}`,
  problems,
}
