import type { CastKey } from './cast.ts'
import type { UnitKey } from './league.ts'

/** The groups that members join beside the place where they live, with the share of them who do, and who speaks there. */
export const GROUPS: readonly {
  readonly unit: UnitKey
  readonly from: number
  readonly share: number
  readonly cast: readonly CastKey[]
}[] = [
  {
    unit: 'warehouses',
    from: 91,
    share: 0.16,
    cast: ['jonas', 'idris', 'amara', 'kit', 'rosa', 'zeke', 'fatou'],
  },
  { unit: 'education', from: 122, share: 0.11, cast: ['dede', 'yuki', 'ruth', 'priya', 'leonel', 'hana'] },
]
