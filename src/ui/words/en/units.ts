import { count } from './common.ts'

export const units = {
  title: 'Units',
  lead: 'Places lie within one another; everybody lives in one and votes in all around it. Groups lie beside them, and have those who join.',
  kinds: { place: 'place', group: 'group' },
  size: (decidedBy: 'members' | 'delegates', n: number) =>
    decidedBy === 'delegates' ? count(n, 'delegate', 'delegates') : count(n, 'member', 'members'),
  ownRules: (name: string) => `own rules: ${name}`,
  form: 'Propose to form a unit',

  kind: 'Kind',
  kindWords: { place: 'a place, where members live', group: 'a group, which members join' },
  liesIn: 'Lies in',
  roll: 'Who decides',
  rules: 'Rules',
  rulesOwn: (name: string, version: number) => `its own: ${name}, version ${version}`,
  rulesFrom: (name: string, unit: string) => `${name}, those of ${unit}`,
  yours: 'You belong here.',
  council: 'Delegates, seats, and what binds them',
  within: 'Units in it',
  none: 'None.',
  about: 'About this unit',
  motions: 'Motions',
  noMotions: 'None so far.',
  allMotions: 'All motions',
  propose: 'Propose a motion here',
  proposeUnit: 'Propose to form a unit here',
  proposeRules: 'Propose other rules',
  issuers: 'Keys of secret votes',
  issuersOf: (k: number, all: number) => `Signed by ${k} of ${all} issuers, this server among them`,
  issuerKeys: (name: string, unused: number) =>
    unused === 0 ? `${name}: no key ready` : `${name}: ${unused} keys ready, one for each vote`,
  proposeIssuers: 'Propose who gives out the keys of secret votes',
  proposeName: 'Propose another name',
  join: 'Join this group',
  joinLead: 'Whoever has joined votes in the group. You can leave at any time.',
  leave: 'Leave this group',
}
