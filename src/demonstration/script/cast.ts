import type { UnitKey } from './league.ts'

/** Somebody who speaks in the script. */
export interface CastMember {
  readonly name: string
  readonly home: UnitKey
  /** Days after the founding on which they apply; absent for founders. */
  readonly joins?: number
  /** Founders who put the roll together and keep it for the first year. */
  readonly organizer?: boolean
}

/** Those who speak. All of them are invented. */
export const CAST = {
  // Crane operator on the container quay.
  amara: { name: 'Amara Diallo', home: 'harbor', organizer: true },
  // School cook; writes in Spanish when he is in a hurry.
  tomas: { name: 'Tomás Echeverri', home: 'ropewalk' },
  // Seamstress, twenty years in the alteration shops of Mill Lane.
  wenqi: { name: 'Lin Wenqi', home: 'millside', organizer: true },
  // Retired ward sister, who reads every rule twice.
  ruth: { name: 'Ruth Abernethy', home: 'heights', organizer: true },
  // Courier, by bicycle.
  idris: { name: 'Idris Falk', home: 'saltmarket' },
  // Laboratory technician at the general hospital.
  priya: { name: 'Priya Raghunath', home: 'weavers' },
  // Picker in the big warehouse on the ring road.
  jonas: { name: 'Jonas Brandvold', home: 'harbor' },
  // Care worker, mostly nights.
  salma: { name: 'Salma Benhaddou', home: 'millside' },
  // Bus driver.
  oles: { name: 'Oles Hrytsenko', home: 'heights' },
  // Hotel cleaner; writes in Spanish.
  marisol: { name: 'Marisol Quispe', home: 'saltmarket' },
  // Teaches mathematics at the evening school.
  dede: { name: 'Dede Agyeman', home: 'weavers' },
  // Tally clerk at the docks, against most things until he has seen the figures.
  kit: { name: 'Kit Lawlor', home: 'harbor' },
  // Nurse, and the one whose stairwell began the rent strike.
  noor: { name: 'Noor Siddiqui', home: 'terraces' },
  // Shipwright.
  bram: { name: 'Bram Oosterhuis', home: 'ropewalk' },
  // Fish plant, early shift.
  fatou: { name: 'Fatou Camara', home: 'saltmarket', joins: 38 },
  // Librarian.
  yuki: { name: 'Yuki Tanabe', home: 'heights', joins: 41 },
  // Baker.
  leonel: { name: 'Leonel Baptista', home: 'millside', joins: 66 },
  // Call centre; studies beside it.
  hana: { name: 'Hana Dvorakova', home: 'terraces', joins: 84 },
  // Night porter.
  zeke: { name: 'Ezekiel Thornbury', home: 'weavers', joins: 102 },
  // Sells at the night market; writes in Spanish.
  pilar: { name: 'Pilar Montenegro', home: 'ropewalk', joins: 119 },
  // Machinist, retired.
  gwen: { name: 'Gwen Pryce', home: 'millside', joins: 158 },
  // Nail salon.
  anh: { name: 'Pham Anh Thu', home: 'harbor', joins: 214 },
  // Electrician on building sites.
  sami: { name: 'Sami Korhonen', home: 'heights', joins: 247 },
  // Parcel sorter.
  rosa: { name: 'Rosalind Okoro', home: 'saltmarket', joins: 268 },
} as const satisfies Readonly<Record<string, CastMember>>

export type CastKey = keyof typeof CAST
