import type { Json } from '#kernel/canonical'
import { say, type Sentence, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { BallotFileCode, ExpectedNumber } from './fault.ts'

const { sayNumber } = speechIn('es')

const NUMBERS: Readonly<Record<ExpectedNumber, string>> = {
  candidates: 'el número de candidaturas',
  seats: 'el número de puestos',
  weight: 'el número de boletas que representa la línea',
  voters: 'el número de votantes',
  rank: 'una preferencia',
  score: 'una puntuación',
}

function numberOf(expected: Json | undefined): string {
  return Object.entries(NUMBERS).find(([name]) => name === expected)?.[1] ?? 'un número'
}

/** Una frase con la línea de la que habla. */
function onLine(sentence: Sentence): Sentence {
  return (facts) => `Línea ${sayNumber(facts['line'])}: ${sentence(facts)}`
}

export const spanish: Sentences<BallotFileCode> = {
  'ballots-empty': () => 'El archivo está vacío. Elige el archivo que tiene las boletas.',
  'ballots-spreadsheet': () =>
    'Esto es una hoja de cálculo. Ábrela, elige “Guardar como” y “CSV UTF-8”, y cuenta el archivo que resulta.',
  'ballots-not-text': () => 'Este no es un archivo de boletas: tiene bytes que no son texto.',
  'ballots-not-utf8': onLine(
    () => 'Hay letras que no están escritas en UTF-8. Guarda el archivo como UTF-8.',
  ),
  'ballots-number-expected': onLine(
    ({ found, expected }) =>
      `Aquí se espera ${numberOf(expected)}, un número entero, pero el archivo dice “${say(found)}”.`,
  ),
  'ballots-number-out-of-range': onLine(
    ({ found, expected, least, most }) =>
      `“${say(found)}” no puede ser ${numberOf(expected)}: va de ${sayNumber(least)} a ${sayNumber(most)}.`,
  ),
  'ballots-option-unknown': onLine(
    ({ found }) =>
      `La opción “${say(found)}” no se conoce, así que nadie puede decir si cambia el recuento. Se conocen nick, tie, withdrawn, undeclared y droop; quítala si no importa.`,
  ),
  'ballots-option-open': onLine(() => 'Una opción empieza con “[” y no tiene “]”. Ciérrala.'),
  'ballots-option-incomplete': onLine(
    ({ name, found, expected }) =>
      `La opción “${say(name)}” debe nombrar una vez a cada una de las ${sayNumber(expected)} candidaturas; nombra ${sayNumber(found)}.`,
  ),
  'ballots-candidate-unknown': onLine(
    ({ found, most }) =>
      `“${say(found)}” no es ninguna candidatura. El archivo empieza diciendo que hay ${sayNumber(most)}, numeradas desde 1; corrige esta línea o la primera.`,
  ),
  'ballots-too-many': onLine(
    ({ most }) =>
      `Todas las líneas juntas pueden representar como máximo ${sayNumber(most)} boletas. Corrige el número.`,
  ),
  'ballots-line-open': onLine(
    () => 'La línea no termina en 0, así que nadie puede decir si faltan preferencias. Agrega el 0.',
  ),
  'ballots-equal-to-nothing': onLine(
    () => 'Un “=” debe estar entre dos candidaturas que comparten una preferencia.',
  ),
  'ballots-cut-off': onLine(
    () =>
      'El archivo termina donde se esperan boletas. Tras la última boleta debe seguir una línea con solo un 0 y luego los nombres: quizá no se copió entero.',
  ),
  'ballots-names-missing': onLine(
    ({ found, expected }) =>
      `El archivo termina con ${sayNumber(found)} nombres, pero su primera línea dice que hay ${sayNumber(expected)} candidaturas. Agrega los nombres o corrige la primera línea.`,
  ),
  'ballots-names-extra': onLine(
    ({ found, expected }) =>
      `El archivo termina con ${sayNumber(found)} nombres, pero su primera línea dice que hay ${sayNumber(expected)} candidaturas. Corrige la primera línea o quita nombres.`,
  ),
  'ballots-quote-open': onLine(() => 'Una comilla se abre y no se cierra. Ciérrala.'),
  'ballots-quote-stray': onLine(
    () =>
      'Hay una comilla (") dentro de un campo. Pon todo el campo entre comillas y duplica las de adentro.',
  ),
  'ballots-kind-unknown': () =>
    'Este no es un archivo de boletas que se pueda leer. BLT empieza con dos números (candidaturas, puestos), PrefLib con “# …” o un número, un acta tiene líneas “V: …”, y CSV tiene un encabezado que nombra candidaturas o preferencias.',
  'ballots-head-missing': onLine(
    ({ expected }) => `Antes de las boletas se espera “# ${say(expected)}: …”. Agrega la línea.`,
  ),
  'ballots-voters-differ': onLine(
    ({ found, expected }) =>
      `Las líneas representan ${sayNumber(found)} boletas, pero el archivo dice que hay ${sayNumber(expected)}: quizá no se copió entero.`,
  ),
  'ballots-bracket-open': onLine(
    () =>
      'Las candidaturas que comparten una preferencia van entre “{” y “}”; aquí falta una de las dos o no hay nada entre ellas.',
  ),
  'ballots-ragged': onLine(
    ({ found, expected }) =>
      `El número de campos es ${sayNumber(found)} aquí y ${sayNumber(expected)} en el encabezado. Pon entre comillas el campo que contiene un separador, o agrega lo que falta.`,
  ),
  'ballots-column-twice': onLine(
    ({ found }) => `Dos columnas se llaman “${say(found)}”. Cambia el nombre de una o quítala.`,
  ),
  'ballots-none': onLine(() => 'Hay un encabezado y nada que contar debajo. Agrega las boletas.'),
  'ballots-options-differ': onLine(
    ({ found, expected }) =>
      `Esta boleta ordena ${sayNumber(found)} opciones; las anteriores, ${sayNumber(expected)}. Corrige la línea.`,
  ),
}
