import type * as en from '../en/import.ts'
import { count, sayNumber } from './common.ts'

export const importing: typeof en.importing = {
  title: 'Cargar una lista',
  lead: 'Una lista es un archivo CSV, como lo guarda cualquier hoja de cálculo. Su primera línea nombra las columnas: nombre y, si las tienes, correo, lugar y organizador. Nada queda registrado antes de que veas el resultado.',
  founding:
    'Los lugares que todavía no existen se crean. Quien tiene “sí” en la columna organizador somete más adelante la fundación a votación y lleva el padrón.',
  applications:
    'Cada línea se convierte en una solicitud. No cambia nada más: sus avales los dan integrantes, y quien lleva el padrón admite a cada persona, como a cualquiera que solicita el ingreso. El lugar tiene que existir ya.',
  example: 'Un ejemplo',
  exampleFounding:
    'nombre,correo,lugar,organizador\nAna Núñez,ana@example.org,Puerto,sí\nBo Lindqvist,,Puerto,\nChidi Okafor,chidi@example.org,Centro,',
  exampleApplications: 'nombre,correo,lugar\nAna Núñez,ana@example.org,Puerto\nBo Lindqvist,,Puerto',
  file: 'Archivo CSV',
  pasted: 'O pega la lista aquí',
  preview: 'Verla primero',
  atLine: (line, sentence) => `Línea ${line}: ${sentence}`,
  result: 'El resultado de esta lista',
  who: 'Personas',
  members: (number) => count(number, 'integrante', 'integrantes'),
  applicationsCount: (number) => count(number, 'solicitud', 'solicitudes'),
  organizers: (number) => count(number, 'persona organizadora', 'personas organizadoras'),
  places: 'Lugares que se crearán',
  noPlaces: 'ninguno',
  unknownPlaces: 'Lugares que no existen aquí: quien tenga uno de ellos solicita ingresar al conjunto',
  ignored: 'Columnas que no se leen',
  problems: (number) => count(number, 'línea necesita corrección', 'líneas necesitan corrección'),
  problemsLead:
    'Todavía no se puede registrar nada de esta lista. Corrige estas líneas en tu archivo y elígelo de nuevo.',
  moreProblems: (number) => `y ${sayNumber(number)} más.`,
  rows: (shown, all) => (shown < all ? `Las primeras ${sayNumber(shown)} de ${sayNumber(all)}` : 'Todas'),
  choose: 'Marca a quienes organizan.',
  chooseMore:
    'Para nombrar a alguien que está más abajo, escribe “sí” en la columna organizador del archivo.',
  columns: { name: 'Nombre', email: 'Dirección', place: 'Lugar', organizer: 'Organiza' },
  isOrganizer: (name) => `${name} organiza`,
  yes: 'sí',
  none: 'ninguna',
  whole: 'el conjunto',
  confirmFounding: (members) => `Registrar ${count(members, 'integrante', 'integrantes')}`,
  confirmApplications: (members) => `Registrar ${count(members, 'solicitud', 'solicitudes')}`,
  other: 'Elegir otro archivo',
}
