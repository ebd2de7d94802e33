import type { Tendency } from '#modules/tendencies/core'
import type { tendencies as english } from '../en/tendencies.ts'
import { count } from './common.ts'

type Stage = Tendency['stage']

export const tendencies: typeof english = {
  title: 'Tendencias',
  lead: 'Quienes quieren que el programa sea otro pueden unirse con una plataforma y decirlo en común. Ninguna mayoría puede terminar, cambiar de nombre ni ocultar una tendencia, y nada de lo que dice una plataforma es nunca una falta.',
  none: 'Todavía no hay tendencias. Bastan unas pocas personas para formar una.',
  found: 'Fundar una tendencia',
  foundLead: (needed) =>
    `Di qué defiendes: de cada punto del programa si lo afirmas, lo cambiarías o lo suprimirías, y qué añadirías. Otras personas firman; está en pie cuando ${count(needed, 'integrante ha firmado', 'integrantes han firmado')}, tú entre quienes firman.`,
  unit: 'Unidad',
  name: 'Nombre de la tendencia',
  stance: 'Postura',
  standsFor: 'En nombre de',
  underName: 'En nombre de quién',
  noName: 'Solo en el mío',
  since: 'desde el',
  platform: 'Plataforma',
  against: 'Su plataforma, comparada con el programa tal como está',
  kept: 'Los textos de una plataforma quedan en el registro para siempre, sin nombres de integrantes salvo que los escribas.',
  stances: { affirm: 'Afirma', change: 'Cambiaría', strike: 'Suprimiría', own: 'Añadiría' },
  choose: {
    none: 'Sin postura',
    affirm: 'Afirmarlo',
    change: 'Cambiarlo por el texto de abajo',
    strike: 'Suprimirlo',
  },
  wording: 'El texto que debería tener',
  ownPoint: (number) => `Un punto propio, ${number}`,
  ownWording: 'Qué dice',
  rationale: 'Por qué',
  salience: 'Cuánto importa',
  saliences: ['apenas', 'un poco', 'mucho', 'muchísimo', 'por encima de todo'],
  matters: (salience) => `${salience} de 5`,
  struck: 'El punto fue suprimido después.',
  stage: (stage) => {
    if (stage.kind === 'forming') return 'En formación'
    if (stage.kind === 'standing') return 'En pie'
    return stage.kind === 'below' ? 'Tiene pocas firmas' : ENDED[stage.why]
  },
  until: 'Debe tener firmas suficientes hasta el',
  signatories: 'Quienes firman',
  has: (found, needed) =>
    `${count(found, 'firma', 'firmas')}; necesita ${needed}. Ninguna regla puede pedir más de tres integrantes o un cincuentavo del padrón, lo que sea mayor.`,
  unlistedChoice: 'No publicar quién firma',
  unlistedHint:
    'Las demás personas ven que la fundaste y cuántas han firmado, pero no quiénes. Quien habla, se presenta o informa en su nombre muestra con ello que ha firmado. Así se queda.',
  unlisted: 'Esta tendencia no publica quién firmó: las demás personas ven cuántas son.',
  unlistedWithin: 'Solo quienes firmaron, y quien opera el servidor, ven quién firmó.',
  unlistedSign:
    'El registro muestra que alguien firmó, pero no quién. Quien opera el servidor puede verlo; y como el registro no te nombra, ningún dispositivo tuyo puede firmarlo.',
  unlistedPropose: 'Se ve quién propone un cambio. Quién está de acuerdo solo lo ven quienes firmaron.',
  unlistedSeats: 'No se dicen, porque dirían quién firmó.',
  waiting: 'Firmaron y esperan entrar',
  waitingLead:
    'A quien firma lo acoge alguien que ya firma: si no, una mayoría podría llenar una tendencia de firmas y terminarla.',
  isWaiting: 'Has firmado; alguien que ya firma puede acogerte.',
  sign: 'Firmar la plataforma',
  take: (name) => `Acoger a ${name}`,
  leave: 'Dejar la tendencia',
  takeBack: 'Retirar mi firma',
  decisions: 'Lo que se propone a quienes firman',
  decisionsLead: 'Un cambio vale en cuanto está de acuerdo más de la mitad de quienes firman.',
  kinds: { platform: 'Otra plataforma', name: 'Otro nombre', end: 'Terminar la tendencia' },
  agreed: (found, needed) => `${found} de ${needed} de acuerdo`,
  holds: 'Acordado',
  agree: 'De acuerdo',
  proposeName: 'Proponer otro nombre',
  newName: 'Nombre nuevo',
  proposeEnd: 'Proponer que termine',
  proposePlatform: 'Proponer otra plataforma',
  record: 'Lo que hizo',
  motions: 'Mociones',
  noMotions: 'Todavía no se dijo, enmendó ni informó nada en su nombre.',
  spoke: 'Habló junto a ella el',
  reported: (n) => `${count(n, 'informe de minoría', 'informes de minoría')} en su nombre`,
  elections: 'Elecciones',
  noElections: 'Todavía no se presentó nadie en su nombre.',
  stood: (n, seats) =>
    `En su nombre ${n === 1 ? 'se presentó 1 integrante' : `se presentaron ${n} integrantes`} a ${count(seats, 'puesto', 'puestos')}.`,
  votes: (first, ballots) =>
    `${first} de ${count(ballots, 'papeleta', 'papeletas')} ${first === 1 ? 'pone' : 'ponen'} primero a alguien de entre ellas.`,
  won: (won, seats) => `Obtuvo ${won} de ${count(seats, 'puesto', 'puestos')}.`,
  seats: 'Cargos que tienen quienes firman',
  noSeats: 'Ninguno.',
  beside: 'Qué dicen las tendencias',
  besideLead: 'Cada una tiene el mismo espacio; están en el orden en que se formaron.',
  speak: (name) => `Qué dice ${name}`,
  state: 'Decirlo',
}

const ENDED: Readonly<Record<Extract<Stage, { kind: 'ended' }>['why'], string>> = {
  'never-formed': 'Caducó: nunca tuvo firmas suficientes',
  'own-decision': 'Terminó por decisión propia',
  'too-few': 'Terminó: tuvo pocas firmas demasiado tiempo',
}
