import type * as en from '../en/rulebook.ts'

export const TOPIC_NAMES: typeof en.TOPIC_NAMES = {
  motions: 'Mociones y enmiendas',
  votes: 'Votaciones',
  meetings: 'Reuniones',
  members: 'Integrantes',
  offices: 'Cargos',
}

export const rulebook: typeof en.rulebook = {
  title: 'Reglamento',
  lead: 'Las reglas con las que debatimos, votamos y admitimos. Cada unidad puede tener las suyas, dentro de los límites que fija la unidad superior y nunca por debajo de los pisos.',
  floors: 'Los pisos',
  floorsLead:
    'Ninguna votación puede ir por debajo de estos, sea cual sea su mayoría: están en el programa que hace funcionar este sitio, y en aquello con lo que cada integrante comprueba el registro.',
  forWhole: 'Para toda la organización',
  forUnit: (unit) => `Para ${unit}`,
  own: 'Unidades con reglamento propio',
  allInherit: 'Ninguna unidad ha aprobado un reglamento propio: el de arriba rige para todas.',
  inherited: 'Las demás unidades siguen a la unidad superior más cercana.',
  version: (number) => `Versión ${number}`,
  adoptedBy: 'aprobado en la',
  adopted: 'Aprobado',
  by: 'por la',
  entry: (seq) => `entrada ${seq}`,
  propose: 'Proponer otro reglamento',
  text: 'Lo que dice',
  versions: 'Todas las versiones',
  versionTitle: (unit, version) => `Reglamento de ${unit}, versión ${version}`,
  superseded: 'Este reglamento ya no rige.',
  inForceNow: 'Este reglamento está vigente.',
  bounds: 'Lo que pueden fijar las unidades inferiores',
  boundsLead: 'Las unidades inferiores pueden aprobar un reglamento propio dentro de estos límites.',
  pinned:
    'Una moción conserva las reglas que regían cuando se abrió su debate, para que nadie cambie un quórum en plena votación.',
  changed: 'Lo que cambió',
  fields: {
    name: 'Nombre de este reglamento',
    least: (bound) => `Al menos ${bound}.`,
    most: (bound) => `Como máximo ${bound}.`,
    half: 'Como máximo la mitad del debate.',
    fraction: 'Una fracción como 2/3.',
    share: 'Parte de votos a favor',
    more: 'Se necesita',
    atLeast: 'al menos esta parte',
    moreThan: 'más de esta parte',
    of: 'de',
    majorityRange: (least, most) => `De ${least} a ${most}.`,
    bounds: 'Límites para las unidades inferiores',
    boundsLead: 'No más laxos que los límites que tiene esta misma unidad.',
    elections: 'Elecciones y revocación',
    vacancies: {
      countback: 'con las mismas papeletas, contadas sin quien se fue',
      'by-election': 'con otra elección',
    },
    ballots: 'Votaciones secretas',
    ballotsLead:
      'Lo que se somete al voto de integrantes puede votarse en secreto. Quienes actúan por delegación votan siempre a la vista.',
    secrecies: { open: 'abiertas: tras el cierre se ve quién votó qué', secret: 'secretas' },
    participations: {
      named: 'por su nombre',
      committed: 'por número; cada integrante puede comprobar lo que se dice de sí',
    },
    emptyForNone: {
      keysFirst: 'Si se deja vacío, las claves se dan mientras la votación está abierta.',
      ranksMost: 'Si se deja vacío, se pueden ordenar todas las candidaturas.',
    },
    tendencies: 'Tendencias',
    tendenciesLead: 'Ninguna regla pide más que los mínimos, ni acaba antes con una tendencia.',
    discipline: 'Cargos y medidas',
    disciplineLead:
      'La única manera de suspender o expulsar. Hay mínimos para todo esto, vote quien vote por menos.',
    signatures: 'Firmas de dispositivos',
    signaturesLead:
      'Quien quiera puede registrar un dispositivo, que firma lo que registra: así nadie, tampoco quien opera el servidor, puede registrarlo en su nombre. Necesita JavaScript. Lo que puede hacer cualquier integrante nunca puede depender de ello; para estos actos de un cargo se puede exigir.',
    signatureNeeds: { no: 'también sin firma', yes: 'solo con la firma de un dispositivo' },
    directory: 'Lo que se ve de quienes viven aquí',
    directoryHint:
      'En las páginas y en las búsquedas. Quien actúa a la vista aparece con su nombre junto a lo que hace, y quien lleva el padrón ve todo. El registro dice la unidad de cada persona por su número, sin nombre, sea cual sea la opción elegida.',
    directories: {
      places: 'nombres, unidad de pertenencia y habilitación',
      names: 'nombres; unidad de pertenencia y habilitación, solo si se comparte una unidad',
      'own-units': 'nombres, solo si se comparte una unidad',
    },
  },
}
