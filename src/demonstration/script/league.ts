import { ballotsOf, PRESETS, type RuleSet } from '#modules/rulebook/core'

/** The league, its city and its people are invented. */
export const LEAGUE = 'Merrow Bay League'

/** How many days of its life are told, up to the present. */
export const DAYS = 550

/** Places and groups by the names that the script uses. Those under `PLACES` are there from the founding on. */
export type UnitKey =
  | 'league'
  | 'harbor'
  | 'millside'
  | 'heights'
  | 'ropewalk'
  | 'saltmarket'
  | 'weavers'
  | 'terraces'
  | 'basin'
  | 'warehouses'
  | 'education'
  | 'council'

export interface PlaceScript {
  readonly key: UnitKey
  readonly name: string
  readonly parent: UnitKey
}

/** Three branches, and the neighbourhoods that had a few members from the start. */
export const PLACES: readonly PlaceScript[] = [
  { key: 'harbor', name: 'Harbor', parent: 'league' },
  { key: 'millside', name: 'Millside', parent: 'league' },
  { key: 'heights', name: 'Heights', parent: 'league' },
  { key: 'ropewalk', name: 'Ropewalk', parent: 'harbor' },
  { key: 'saltmarket', name: 'Salt Market', parent: 'harbor' },
  { key: 'weavers', name: 'Weavers Yard', parent: 'millside' },
  { key: 'terraces', name: 'The Terraces', parent: 'heights' },
]

export const RULES: RuleSet = { ...PRESETS.branch, name: 'League rules' }

/** What members made of them after a year. */
export const SECOND_RULES: RuleSet = {
  ...RULES,
  name: 'League rules, second edition',
  quorum: '3/20',
  standingDays: 45,
  reviewDays: 21,
}

/** Those of the branch on the hill, which votes secretly. */
export const HEIGHTS_RULES: RuleSet = {
  ...SECOND_RULES,
  name: 'Rules of Heights',
  ballots: { ...ballotsOf(SECOND_RULES), motions: 'secret' },
}

/** Applications in each thirty days: slow months, and those after a rent strike and a walk-out. */
export const APPLICATIONS: readonly number[] = [
  0, 7, 10, 12, 9, 14, 19, 15, 11, 13, 17, 21, 14, 10, 12, 17, 15, 14, 15,
]

/** Where people live, by weight; a place that is formed later takes its share from then on. */
export const HOMES: readonly { readonly place: UnitKey; readonly weight: number; readonly from?: number }[] =
  [
    { place: 'harbor', weight: 14 },
    { place: 'ropewalk', weight: 13 },
    { place: 'saltmarket', weight: 15 },
    { place: 'millside', weight: 16 },
    { place: 'weavers', weight: 12 },
    { place: 'basin', weight: 8, from: 230 },
    { place: 'heights', weight: 12 },
    { place: 'terraces', weight: 10 },
  ]

/** Reasons that keepers of the roll give. */
export const REASONS = {
  refusal: [
    'Manages staff at one of the companies that we organize in, and told us so. We are sorry, and we wished them well.',
    'Nobody at the address knows the applicant, and three letters came back. Please apply again at a branch meeting.',
    'The same person had applied twice; the other application goes on.',
  ],
  notice: [
    'No dues for five months, and two reminders without an answer. One word to the treasurer is enough, also if you cannot pay.',
    'We have not reached you since the spring, by mail or at the door. If you are still with us, tell any keeper of the roll.',
    'Dues are six months behind. If money is short, the hardship rule waives them: just say so.',
  ],
} as const
