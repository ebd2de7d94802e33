import type { polling as english } from '../en/polling.ts'
import { count } from './common.ts'

export const polling: typeof english = {
  title: 'Mesas de votación',
  lead: 'Quien no tiene un dispositivo propio, o ninguno del que se fíe, vota aquí: en una pantalla de votación de un equipo compartido, o en papel.',
  sessions: 'Cuándo y dónde',
  notSecret: 'Esta votación es abierta y no tiene mesas: las hay para las votaciones secretas.',
  none: 'Todavía no se anunció ninguna mesa para esta votación. Pide a quienes se ocupan de las asambleas de tu unidad que anuncien una.',
  some: 'Puedes votar sin dispositivo propio en una mesa de votación:',
  bringCodes:
    'Trae los códigos que te dieron los demás emisores: la pantalla de votación los pide. Sin ellos puedes votar en papel.',
  to: 'a',
  all: 'Mesas de esta votación',
  mine: {
    screen:
      'Estás en el padrón como alguien que vino: en una mesa de votación recibiste un código para la pantalla de allí. Te marcó',
    used: 'Recibiste una clave en la pantalla de una mesa de votación. Te marcó',
    paper: 'Tomaste una papeleta en papel en una mesa de votación. Te marcó',
    notYou: 'Si no estuviste allí, díselo enseguida a otras personas y a quienes se ocupan de las asambleas.',
    takeBack: 'Retirar esta marca',
  },
  announce: 'Anunciar una mesa de votación',
  announceLead:
    'Solo se marca a integrantes mientras hay una mesa anunciada en marcha. Todo el mundo ve cuándo y dónde es.',
  from: 'Desde (UTC)',
  until: 'Hasta (UTC)',
  place: 'Dónde',
  placeHint: 'De modo que lo encuentre quien nunca haya estado.',
  announceButton: 'Anunciarla',
  cancel: 'Cancelar esta mesa',
  mark: 'Marcar a alguien en el padrón',
  markLead:
    'Solo a quien tienes delante. Se le avisa enseguida por correo de que le marcaste, y tras el cierre el resultado dice a cuántas personas marcaste. Nunca ves qué votan.',
  notOn: 'Ahora no hay ninguna mesa en marcha, así que no se puede marcar a nadie.',
  member: 'Integrante',
  choose: 'Elige …',
  search: 'Parte de un nombre',
  find: 'Buscar',
  noneFound: 'Nadie del padrón de esta unidad tiene un nombre así.',
  way: 'Con qué vota',
  ways: { screen: 'La pantalla de votación', paper: 'Una papeleta en papel' },
  wayHints: {
    screen:
      'Recibes un código que la abre una vez. Es tan segura como votar desde un dispositivo propio, y nadie ve la papeleta.',
    paper:
      'Se cuenta por la palabra de dos personas escrutadoras. Nadie puede comprobar después que la suya se contó.',
  },
  markButton: 'Marcar y entregar',
  code: (name: string) => `El código de ${name}`,
  codeLead:
    'Solo se muestra ahora. Que lo escriba en el equipo compartido, en esta dirección, en un navegador sin ninguna sesión iniciada:',
  codeAgain: 'Si se pierde, marca otra vez a la misma persona: recibe uno nuevo, y este ya no abre nada.',
  marked: 'Marcas hasta ahora',
  noneMarked: 'Todavía no hay nadie con marca.',
  takeBack: (name: string) => `Retirar la marca de ${name}`,
  states: { screen: 'tiene un código', used: 'recibió una clave', paper: 'tomó una papeleta en papel' },
  papers: 'Papeletas en papel',
  papersLead: (taken: number, counted: number) =>
    `Papeletas que se tomaron: ${taken}. Papeletas contadas hasta ahora: ${counted}. Un lote lo registran dos personas escrutadoras, sin que una vea lo que registra la otra, y cuenta cuando las dos registraron lo mismo. Lo que no esté acordado cuando cierre la votación no se cuenta.`,
  fewPapers: (taken: number) =>
    `Solo ${count(taken, 'integrante tomó', 'integrantes tomaron')} una papeleta en papel. El registro muestra lo que dicen aparte de las demás: quien sepa quién tomó una sabe casi cómo votó. Ofrece mejor la pantalla de votación.`,
  newBatch: 'Abrir un lote',
  teller: (number: string) => `Persona escrutadora ${number}`,
  openBatch: 'Abrirlo para estas dos',
  batch: (number: number) => `Lote ${number}`,
  tellers: 'Escrutan:',
  batchStates: {
    none: 'Todavía no lo registró nadie.',
    one: 'Lo registró una de las dos personas.',
    differ: 'Lo registraron las dos, y difieren.',
    agreed: 'Las dos registraron lo mismo: está contado.',
  },
  enter: 'Registra lo que leíste',
  enterCounts:
    'Cuenta las papeletas por tu cuenta, sin hablar con la otra persona. Las estropeadas se dejan fuera.',
  enterLines:
    'Una línea por papeleta, o por varias que dicen lo mismo con cuántas son delante. Las estropeadas se dejan fuera.',
  exampleLetters: (example: string) =>
    `Por cada pregunta y (sí), n (no) o a (se abstiene), en su orden. Por ejemplo, tres papeletas: 3 x ${example}`,
  exampleRanks:
    'Los números de las candidaturas, la mejor primero; un solo 0 si no ordena a nadie. Por ejemplo, tres papeletas que prefieren la candidatura 2 a la 1: 3 x 2 > 1',
  candidates: 'Candidaturas por su número',
  lines: 'Papeletas',
  enterButton: 'Registrar lo que leí',
  entered: (papers: number) => `Registraste ${count(papers, 'papeleta', 'papeletas')}.`,
  differs: 'En qué difieren',
  differsLead: 'Lean otra vez estas papeletas, cada quien por su cuenta, y registren de nuevo el lote.',
  said: 'Qué dice',
  nobodyRanked: 'no ordena a nadie',
  screen: {
    title: 'Pantalla de votación',
    lead: 'Esta pantalla no es de nadie: no hay ninguna sesión iniciada en ella y no guarda nada. Quien te marcó en el padrón te dio un código. Abre una papeleta, una vez.',
    code: 'Código',
    open: 'Abrir la papeleta',
    needsScript:
      'Una pantalla de votación necesita JavaScript. Actívalo en este navegador, o usa otro equipo.',
    ballot: 'Tu papeleta',
    used: 'Con tu código ya se dio una clave. Escribe las doce palabras de tu resguardo para seguir con ella.',
    leave: 'He terminado: olvidarlo todo',
    leaveLead:
      'Apunta las doce palabras si quieres votar otra vez o encontrar tu papeleta después; en este equipo no queda nada de ellas. Tras tres minutos sin que nadie lo toque, las olvida por sí solo.',
    print: 'Imprimir el recibo',
    receiptText: 'Recibo',
  },
  result: {
    title: 'En mesas de votación',
    papers: (counted: number, taken: number) =>
      `Papeletas en papel contadas: ${counted}, de ${taken} que se tomaron. Las papeletas en papel valen por la palabra de las dos personas que las leyeron igual: nadie puede comprobar después que la suya se contó como la escribió.`,
    uncounted: (gap: number) =>
      gap === 1
        ? 'Una papeleta que se tomó no se entregó, estaba estropeada, o quienes escrutaban no se pusieron de acuerdo.'
        : `${gap} papeletas que se tomaron no se entregaron, estaban estropeadas, o quienes escrutaban no se pusieron de acuerdo.`,
    officer: 'Marcó',
    screens: 'Claves en una pantalla de votación',
    taken: 'Papeletas en papel',
    tellers: 'Papeletas leídas igual por',
  },
}
