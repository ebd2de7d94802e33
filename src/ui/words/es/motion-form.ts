import type * as en from '../en/motion-form.ts'
import { officeName } from './common.ts'

const lower = (point: string) => point.toLowerCase()

export const motionForm: typeof en.motionForm = {
  title: 'Proponer una moción',
  choose: '¿Qué debe producir su aprobación?',
  kinds: {
    resolve: {
      title: 'Moción: decidir un texto',
      label: 'Decidir un texto',
      hint: 'Una resolución: su texto vale tal como se decide.',
    },
    'program.adopt': {
      title: 'Moción: ampliar el programa',
      label: 'Ampliar el programa',
      hint: 'Puntos de unidad o posiciones, uno por párrafo.',
    },
    'program.change': {
      title: 'Moción: cambiar un punto del programa',
      label: 'Cambiar un punto del programa',
      hint: 'Elige el punto; su texto aparece ya escrito.',
    },
    'program.strike': {
      title: 'Moción: suprimir un punto del programa',
      label: 'Suprimir un punto del programa',
      hint: '',
    },
    'rules.adopt': {
      title: 'Moción: aprobar otro reglamento',
      label: 'Aprobar otro reglamento',
      hint: 'Las reglas con las que una unidad debate, vota y admite.',
    },
    'unit.form': {
      title: 'Moción: formar una unidad',
      label: 'Formar una unidad',
      hint: 'Un lugar donde viven integrantes, o un grupo al lado de los lugares.',
    },
    'unit.rename': {
      title: 'Moción: cambiar el nombre de una unidad',
      label: 'Cambiar el nombre de una unidad',
      hint: '',
    },
    'mandate.give': {
      title: 'Moción: dar un cargo a alguien',
      label: 'Dar un cargo a alguien',
      hint: 'Por un período, con funciones; se puede revocar.',
    },
    'mandate.recall': {
      title: 'Moción: revocar el cargo de alguien',
      label: 'Revocar el cargo de alguien',
      hint: '',
    },
  },
  anotherKind: 'Decidir otra cosa',
  good: 'El título y el texto de una moción quedan en el registro para siempre.',
  lengths:
    'Una línea vacía empieza una cláusula nueva. Una moción puede tener 200,000 caracteres; una cláusula, 20,000.',
  unit: 'Unidad que decide',
  unitHint: 'Puedes proponer mociones en las unidades a las que perteneces.',
  renamed: 'Unidad que cambia de nombre, y que lo decide',
  noUnit: 'No perteneces a ninguna unidad en la que puedas proponer esto.',
  titleLabel: 'Título',
  titleHint: 'Unas pocas palabras por las que se la reconozca.',
  text: 'Texto',
  send: 'Proponerla',
  as: 'Son',
  asUnity: 'puntos de unidad: se aceptan al ingresar y se aprueban por la mayoría más alta',
  asPosition: 'posiciones: se aprueban por mayoría y siguen abiertas a discusión',
  pointText: 'Texto: cada párrafo se convierte en un punto propio',
  choosePoint: '¿Qué punto?',
  noPoints: 'El programa todavía no tiene puntos.',
  changeLead:
    'Cambia la redacción de cualquier cláusula. Para quitar una cláusula, vacía su recuadro. Para agregar una, abre el lugar donde debe ir.',
  rulesLead:
    'Aparecen ya escritas las reglas vigentes. Donde se indica un límite, ninguna votación puede excederlo.',
  unitName: 'Nombre',
  unitAs: 'Es',
  unitPlace: 'un lugar donde viven integrantes',
  unitGroup: 'un grupo al lado de los lugares',
  decidedBy: 'Decide',
  byMembers: 'el conjunto de sus integrantes',
  byDelegates: 'un consejo de personas delegadas que envían otras unidades',
  newName: 'Nombre nuevo',
  office: 'Cargo',
  officeHint: 'Por ejemplo tesorería, o coordinación del norte.',
  duties: 'Funciones',
  dutyNames: {
    roll: 'llevar el padrón: admitir, dar aviso, invitar',
    meetings: 'registrar y confirmar lo que deciden las reuniones',
  },
  council: 'Delegación a',
  noCouncil: 'ningún consejo',
  councilHint: 'La unidad envía a esta persona a un consejo, y puede revocarla.',
  member: 'Quién',
  memberSearch: 'Buscar integrante por nombre',
  memberFind: 'Buscar',
  memberNone:
    'No se encontró a ninguna persona con habilitación vigente y ese nombre. Prueba con otra parte del nombre.',
  memberMany: 'Estas son las primeras personas; escribe más del nombre para ver otras.',
  chooseMember: 'Elegir…',
  days: 'Período en días',
  daysMost: (days) => `Como máximo ${days}.`,
  chooseMandate: '¿A quién se le revoca el cargo?',
  noMandates: 'Nadie ocupa un cargo en las unidades a las que perteneces.',
  mandateLabel: (office, name, unit) => `${name}, ${officeName(office)} en ${unit}`,
  defaultTitle: {
    change: (point) => `Cambiar: ${lower(point)}`,
    strike: (point) => `Suprimir: ${lower(point)}`,
    rules: 'Otro reglamento',
    // Without the name: a title stays in the record for good, and a name must be erasable.
    recall: (office) => `Revocación: ${officeName(office)}`,
  },
  defaultText: {
    strike: (point) => `Se suprime del programa: ${lower(point)}.`,
    rules: 'Aprobamos este reglamento.',
    form: 'Formamos esta unidad.',
    rename: 'La unidad cambia de nombre.',
    give: 'Damos este cargo.',
    recall: 'Revocamos este cargo.',
  },
}
