import type * as en from '../en/units.ts'
import { count } from './common.ts'

export const units: typeof en.units = {
  title: 'Unidades',
  lead: 'Los lugares están unos dentro de otros; cada persona vive en uno y vota en todos los que lo contienen. Al lado están los grupos, con quienes se unen a ellos.',
  kinds: { place: 'lugar', group: 'grupo' },
  size: (decidedBy, n) =>
    decidedBy === 'delegates'
      ? count(n, 'persona delegada', 'personas delegadas')
      : count(n, 'integrante', 'integrantes'),
  ownRules: (name) => `reglamento propio: ${name}`,
  form: 'Proponer que se forme una unidad',

  kind: 'Tipo',
  kindWords: { place: 'un lugar, donde viven integrantes', group: 'un grupo, al que se unen integrantes' },
  liesIn: 'Está en',
  roll: 'Quién decide',
  rules: 'Reglamento',
  rulesOwn: (name, version) => `el suyo: ${name}, versión ${version}`,
  rulesFrom: (name, unit) => `${name}, el de ${unit}`,
  council: 'Delegados, asientos y lo que los obliga',
  yours: 'Perteneces a esta unidad.',
  within: 'Unidades dentro de ella',
  none: 'Ninguna.',
  about: 'Sobre esta unidad',
  motions: 'Mociones',
  noMotions: 'Ninguna hasta ahora.',
  allMotions: 'Todas las mociones',
  propose: 'Proponer una moción aquí',
  proposeUnit: 'Proponer que se forme una unidad aquí',
  proposeRules: 'Proponer otro reglamento',
  issuers: 'Claves de las votaciones secretas',
  issuersOf: (k: number, all: number) => `Las firman ${k} de ${all} emisores, contando este servidor`,
  issuerKeys: (name: string, unused: number) =>
    unused === 0 ? `${name}: ninguna clave lista` : `${name}: ${unused} claves listas, una por votación`,
  proposeIssuers: 'Proponer quién da las claves de las votaciones secretas',
  proposeName: 'Proponer otro nombre',
  join: 'Unirme a este grupo',
  joinLead: 'Quien se une vota en el grupo. Puedes dejarlo en cualquier momento.',
  leave: 'Dejar este grupo',
}
