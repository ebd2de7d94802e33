import type { Method } from '#modules/councils/core'
import type { DescribedRules } from '#modules/rulebook/core'
import type { Choice } from '#modules/voting/core'

/** What adopting a motion does, with the names that a reader knows instead of ids. */
export type Effect =
  | { readonly kind: 'resolve' }
  | { readonly kind: 'organization.ratify'; readonly points: boolean }
  | { readonly kind: 'program.adopt'; readonly as: 'unity' | 'position'; readonly count: number }
  | { readonly kind: 'program.change' | 'program.strike'; readonly point: PointName }
  | {
      readonly kind: 'rules.adopt'
      readonly name: string
      readonly unit: string
      /** The rules in plain words, and those that they replace. */
      readonly rules: readonly DescribedRules[]
      readonly before: readonly DescribedRules[]
      readonly bounds: readonly string[]
      readonly boundsBefore: readonly string[]
    }
  | {
      readonly kind: 'unit.form'
      readonly name: string
      readonly as: 'place' | 'group'
      readonly parent: string
      readonly decidedBy: 'members' | 'delegates'
    }
  | { readonly kind: 'unit.rename'; readonly from: string; readonly name: string }
  | {
      readonly kind: 'issuers.name'
      readonly unit: string
      readonly issuers: readonly { readonly name: string; readonly address: string }[]
      readonly k: number
    }
  | {
      readonly kind: 'mandate.give'
      readonly office: string
      readonly duties: readonly string[]
      /** Name of the council to which the holder is sent. */
      readonly council: string | null
      readonly member: string
      readonly days: number
    }
  | { readonly kind: 'mandate.recall'; readonly office: string; readonly member: string }
  | {
      readonly kind: 'office.open'
      readonly title: string
      readonly seats: number
      readonly days: number
      readonly termsMost: number
      readonly duties: readonly string[]
      readonly council: string | null
    }
  | { readonly kind: 'conduct.adopt'; readonly unit: string; readonly count: number }
  | { readonly kind: 'office.close'; readonly office: string }
  | {
      readonly kind: 'council.allot'
      readonly council: string
      readonly method: Method
      readonly seats: number
      readonly fixed: number
      readonly everyDays: number | null
    }
  | {
      readonly kind: 'mandate.bind'
      readonly unit: string
      readonly council: string
      /** The motion of the council, and the amendment to it, on which delegates are bound; null where the text binds. */
      readonly question: BoundQuestion | null
      readonly answer: Choice | null
    }
  | {
      readonly kind: 'mandate.release'
      readonly unit: string
      readonly council: string
      /** The motion that bound them. */
      readonly title: string
    }

/** A question of a council as it is spoken of. */
export interface BoundQuestion {
  readonly motion: string
  readonly number: number
  readonly title: string
  readonly amendment: number | null
}

/** How a point of the program is spoken of. */
export interface PointName {
  readonly id: string
  readonly kind: 'unity' | 'position'
  readonly number: number
}

/** A member as pages name one. */
export interface Who {
  readonly id: string
  readonly name: string
}
