import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { DisciplineCode } from './messages.en.ts'

const { sayCount, sayDay, sayMoment, sayNumber } = speechIn('es')

const SUSPENDED: Readonly<Record<string, string>> = {
  vote: 'Tu voto está suspendido en las votaciones que se abrieron',
  propose: 'Tu derecho a proponer mociones y enmiendas está suspendido',
  stand: 'Tu derecho a presentarte a cargos está suspendido',
}

export const spanish: Sentences<DisciplineCode> = {
  'unknown-case': () => 'No existe ese caso, o no te concierne.',
  'case-elsewhere': ({ stage }) =>
    stage === 'ended' ? 'Este caso ha terminado.' : 'El caso no está en el punto para esto.',
  'sealed-part-missing': () =>
    'Esto no se pudo comprobar: la parte que nombra a alguien está sellada para quien hizo la exportación.',
  'seal-missing': () =>
    'Aquí aún no se puede guardar nada de un caso: quien lleva este servidor tiene que indicar una clave para lo sellado (PLENUM_SECRET_KEY). No se registró nada.',
  'no-cases-here': ({ unit }) =>
    `“${say(unit)}” no decide sobre sus miembros por el voto de ellos, así que allí no se puede presentar ningún cargo. Preséntalo en una unidad donde voten los miembros.`,
  'unknown-rule': ({ rule }) => `No hay ninguna regla ${say(rule)} en esa versión de las reglas de conducta.`,
  'position-never-charged': () =>
    'Una posición está abierta a disputa para siempre: a nadie se le puede acusar por hablar o actuar contra una. Solo un punto de unidad o una regla puede ser la base de un cargo.',
  'never-charged': () =>
    'El cargo se apoya en una entrada por la que alguien habló, votó, propuso, se presentó o firmó. Eso nunca puede ser objeto de un cargo.',
  'cites-unknown-entry': () => 'No hay ninguna entrada con ese número en el registro.',
  'not-in-force': ({ first, below }) =>
    typeof first !== 'number'
      ? 'Esto no estaba en vigor cuando se hizo el hecho, así que no se puede acusar a nadie por ello.'
      : `Esto no estuvo en vigor durante todo ese día, así que no se puede acusar a nadie por lo que se hizo entonces. Es base para lo que se hizo desde el ${sayDay(first)}${typeof below === 'number' ? ` y antes del ${sayDay(below)}` : ''}. Los días en que empezó y dejó de estar en vigor no cuentan, porque nadie puede saber qué fue antes.`,
  'advocacy-against-unity-only': () =>
    'Solo la propaganda pública contra un punto de unidad puede ser objeto de un cargo. Lo que alguien dice de una regla de conducta es una opinión.',
  'deed-to-come': () => 'El día del hecho está por venir.',
  'deed-day-unclear': () => 'Indica el día del hecho con año, mes y día.',
  'deed-too-old': ({ days }) =>
    `El hecho es demasiado antiguo: un cargo tiene que presentarse en ${sayCount(days, { one: 'día', other: 'días' })}.`,
  'charged-already': () =>
    'Este hecho ya ha sido objeto de un cargo. A nadie se le acusa dos veces por lo mismo.',
  'charged-not-of-unit': () =>
    'La persona acusada no pertenece a esta unidad. Presenta el cargo en una de las suyas.',
  'charges-oneself': () => 'Nadie se acusa a sí mismo.',
  'charging-twice': () => 'El mismo miembro figura dos veces entre quienes acusan.',
  'charging-not-of-unit': () => 'Todos los que acusan necesitan voto en esta unidad.',
  'too-few-charging': ({ needed }) =>
    `Un cargo lo presentan juntos al menos ${sayCount(needed, { one: 'miembro', other: 'miembros' })}. Nómbralos a todos.`,
  'too-many-charges': ({ most }) =>
    `Has iniciado ${sayNumber(most)} cargos que no están decididos. Espera a que uno lo esté.`,
  'suspension-too-long': ({ most }) =>
    `Una suspensión dura como mucho ${sayCount(most, { one: 'día', other: 'días' })}.`,
  'measure-missing': () => 'Di qué derechos se han de suspender, y por cuántos días.',
  'harsher-than-asked': () => 'El panel no puede resolver más de lo que pide el cargo.',
  'notice-runs': ({ until }) =>
    `No se resuelve nada antes de que pase el plazo de aviso, para que la persona acusada pueda responder: hasta el ${sayMoment(until)}.`,
  'not-concerned': () => 'No tienes parte en esto.',
  'witness-on-panel': () =>
    'Este miembro salió sorteado para el panel. Se le puede llamar cuando se haya apartado o se le haya recusado.',
  'concerned-already': () => 'Este miembro ya tiene parte en el caso.',
  'too-many-witnesses': ({ most }) => `Cada parte llama como mucho a ${sayNumber(most)} testigos.`,
  'unknown-witness': () => 'No existe ese testigo.',
  'too-many-statements': ({ most }) =>
    `Ya constan ${sayCount(most, { one: 'declaración', other: 'declaraciones' })} de esta parte; no hay lugar para más.`,
  'appeal-late': ({ until }) => `Se podía apelar hasta el ${sayMoment(until)}.`,
  'earlier-runs': () =>
    'El caso anterior no ha terminado. Mientras dure, el mismo hecho no puede acusarse otra vez.',
  'earlier-other': () =>
    'Las palabras que guardaste no corresponden a ese caso. Búscalas donde las guardaste cuando se te acusó.',
  'earlier-bars-not': () =>
    'El caso anterior no impide este: trataba de otro punto o regla, o se abrió antes de este hecho, o nunca se dio aviso en él.',
  'not-barred': () => 'No se mostró nada que impida este caso.',
  'protection-asked-already': () =>
    'Una medida cautelar se pide una sola vez mientras alguien está bajo cargos, y ya se pidió.',
  'protection-rights-missing': () =>
    'Indica qué derechos se suspenderían hasta que se decida el caso y por cuántos días: 30 como máximo.',
  'no-protection': () => 'En este caso no se pidió ninguna medida cautelar.',
  'protection-elsewhere': ({ stage }) =>
    stage === 'ended' ? 'La medida cautelar terminó.' : 'La medida cautelar no está en el punto para esto.',
  'contested-already': () => 'La apelación contra la medida cautelar ya se hizo y se decidió. Hay una sola.',
  'right-suspended': ({ right, since, until }) =>
    `${SUSPENDED[say(right)] ?? 'Este derecho está suspendido'}${right === 'vote' ? ` después del ${sayMoment(since)}` : ''}. Vuelve por sí solo el ${sayMoment(until)}.`,
}
