import type { Duty } from '#modules/delegates/core'
import type { PointKind } from '#modules/program/core'
import type { RuleSet } from '#modules/rulebook/core'
import type { CastKey } from './cast.ts'
import type { UnitKey } from './league.ts'

/** What a motion of the script carries out, by the names that the script uses. */
export type Does =
  | { readonly kind: 'resolve' }
  | { readonly kind: 'found' }
  | { readonly kind: 'adopt'; readonly as: PointKind }
  /** A point is named by the motion that adopted it, with the number of its clause there. */
  | { readonly kind: 'change' | 'strike'; readonly point: string }
  | {
      readonly kind: 'form'
      readonly unit: UnitKey
      readonly name: string
      readonly as: 'place' | 'group'
      readonly parent: UnitKey
      readonly decidedBy: 'members' | 'delegates'
    }
  | { readonly kind: 'rename'; readonly unit: UnitKey; readonly name: string }
  | { readonly kind: 'rules'; readonly rules: RuleSet }
  | {
      readonly kind: 'give'
      readonly office: string
      readonly duties: readonly Duty[]
      readonly to: CastKey
      readonly council?: UnitKey
      readonly days: number
    }
  /** A mandate is named by the motion that gave it. */
  | { readonly kind: 'recall'; readonly mandate: string }

/** How a vote goes, in shares: of the roll that takes part, of those who abstain, of yes among yes and no. */
export interface Going {
  readonly turnout: number
  readonly yes: number
  readonly abstain?: number
  /** Yes votes end one short of two thirds, whatever `yes` says. */
  readonly oneShort?: boolean
}

export interface SpeechScript {
  readonly by: CastKey
  readonly side: 'for' | 'against'
  readonly text: string
}

/** A change of one clause of the motion, by its number from 1. */
export type ChangeScript =
  | { readonly clause: number; readonly to: string }
  | { readonly remove: number }
  | { readonly after: number; readonly add: string }

export interface AmendmentScript {
  readonly by: CastKey
  readonly reason: string
  readonly changes: readonly ChangeScript[]
  readonly seconds: readonly CastKey[]
  /** Share of yes among yes and no in the vote on the amendments. */
  readonly yes: number
}

export interface ReportScript {
  readonly by: CastKey
  readonly text: string
  readonly signers: readonly CastKey[]
}

/** One motion, as it is told. Times within it follow from its day: see `play-motion.ts`. */
export interface MotionScript {
  /** Its name in the script; ids follow from it. */
  readonly key: string
  /** When it is proposed, in days since the founding; the part after the point is the time of day. */
  readonly day: number
  readonly unit: UnitKey
  readonly by: CastKey
  readonly title: string
  readonly text: readonly string[]
  readonly does?: Does
  /** Who stands behind it: with fewer than it needs it lapses, unless it is withdrawn before. */
  readonly seconds: readonly CastKey[]
  readonly withdrawnAfter?: number
  readonly speeches?: readonly SpeechScript[]
  readonly amendments?: readonly AmendmentScript[]
  readonly vote?: Going
  readonly reports?: readonly ReportScript[]
}

/** What a meeting decided at once, and what came of it. */
export interface MeetingScript {
  readonly key: string
  readonly day: number
  readonly unit: UnitKey
  /** Who enters it, and who confirms it a day later. */
  readonly by: CastKey
  readonly confirmedBy: CastKey
  readonly tellers: readonly [CastKey, CastKey]
  readonly title: string
  readonly text: readonly string[]
  /** How it went in the room, in shares of the unit's roll. */
  readonly room: Going
  /** Share of the signatures that a review needs; from 1 on there is one, and members vote on taking the decision back. */
  readonly petition?: number
  readonly speeches?: readonly SpeechScript[]
  readonly review?: Going
}

export interface RationaleScript {
  readonly day: number
  readonly by: CastKey
  readonly point: string
  readonly text: string
}
