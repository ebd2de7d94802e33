import type * as en from '../en/search.ts'

const kinds: typeof en.search.kinds = {
  motion: 'Moción',
  amendment: 'Enmienda',
  point: 'Punto del programa',
  rationale: 'Fundamentación',
  speech: 'Intervención',
  report: 'Informe de minoría',
  rules: 'Reglas',
  unit: 'Unidad',
  member: 'Integrante',
}
const kindsMany: typeof en.search.kindsMany = {
  motion: 'Mociones',
  amendment: 'Enmiendas',
  point: 'Puntos del programa',
  rationale: 'Fundamentaciones',
  speech: 'Intervenciones',
  report: 'Informes de minoría',
  rules: 'Reglas',
  unit: 'Unidades',
  member: 'Integrantes',
}

export const search: typeof en.search = {
  title: 'Búsqueda',
  lead: 'En mociones, enmiendas, el programa, los debates, los informes de minoría, las reglas, las unidades y entre quienes integran la organización.',
  leadVisitor: 'En el programa. Quienes son parte de la organización encuentran más al iniciar sesión.',
  question: 'Palabras que se buscan',
  kind: 'Buscar en',
  everything: 'Todo',
  results: 'Lo que se encontró',
  kinds,
  kindsMany,
  motion: (number) => `Moción ${number}:`,
  amendment: (number, motion) => `Enmienda ${number} a la moción ${motion}`,
  speech: (number, title) => `Debate de la moción ${number}, “${title}”`,
  report: (number, title) => `Sobre la moción ${number}, “${title}”`,
  rationale: (point) => `Sobre: ${point}`,
  noWords: 'Aquí no hay ninguna palabra que buscar: escribe letras o números.',
  nothing: (question) =>
    `Nada contiene todas las palabras de “${question.slice(0, 100)}”. Prueba con menos palabras, o solo con su comienzo.`,
  noMore: 'No hay nada en esta página: vuelve a la anterior.',
  behind:
    'La lista de lo que se puede encontrar aún se está haciendo: puede faltar lo más reciente. Prueba de nuevo en un minuto.',
}
