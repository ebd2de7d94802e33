import type { ApportionRule } from '#modules/councils/core'
import type { Duty } from '#modules/delegates/core'
import type { Measure, ProtectedRight } from '#modules/discipline/core'
import type { PointKind } from '#modules/program/core'
import type { Platform } from '#modules/tendencies/core'
import type { RuleSet } from '#modules/rulebook/core'
import type { Choice } from '#modules/voting/core'
import type { CastKey } from './cast.ts'
import type { UnitKey } from './league.ts'

/** What a motion of the script carries out, by the names that the script uses. */
export type Does =
  | { readonly kind: 'resolve' }
  | { readonly kind: 'conduct' }
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
  | {
      readonly kind: 'open'
      readonly office: string
      readonly seats: number
      readonly duties: readonly Duty[]
      readonly council?: UnitKey
      readonly days: number
    }
  | ({ readonly kind: 'allot'; readonly council: UnitKey; readonly everyDays: number } & ApportionRule)
  /** Binds the delegates of the motion's unit on a motion of the council. */
  | {
      readonly kind: 'bind'
      readonly council: UnitKey
      readonly question: string
      readonly answer: Choice
    }

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
  /** Days until the first of them does, where it takes long. */
  readonly secondedAfter?: number
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

/** A tendency of the league. Its founder takes in who signs. */
export interface TendencyScript {
  readonly key: string
  readonly day: number
  readonly by: CastKey
  readonly name: string
  readonly signers: readonly CastKey[]
  /** Points by their names in the script; null for one of its own. */
  readonly platform: Platform
  readonly statements: readonly {
    readonly day: number
    readonly by: CastKey
    readonly motion: string
    readonly text: string
  }[]
}

export interface CandidateScript {
  readonly by: CastKey
  /** The tendency under whose name they stand. */
  readonly under?: string
  /** Who nominated them, where they did not come forward themselves. */
  readonly nominatedBy?: CastKey
  readonly statement: string
  /** How much they are wanted, beside the others. */
  readonly weight: number
}

/** One election to an office. When it is held follows from the motion that opened the office, and from terms. */
export interface ElectionScript {
  /** The motion that opened the office, and the number of the election among the office's. */
  readonly opened: string
  readonly number: number
  /** In the order in which they come forward. */
  readonly candidates: readonly CandidateScript[]
  /** Who was nominated and has not answered yet, and by whom. */
  readonly asked?: readonly { readonly member: CastKey; readonly by: CastKey }[]
  readonly turnout: number
}

/** An account of a mandate that somebody holds on that day. */
export interface AccountScript {
  readonly day: number
  readonly by: CastKey
  readonly office: string
  readonly text: string
}

/** A petition to recall whoever holds an office on that day. */
export interface RecallScript {
  readonly key: string
  readonly day: number
  readonly by: CastKey
  readonly office: string
  readonly holder: CastKey
  readonly reason: string
  /** Who signs after whoever started it, half a day apart. */
  readonly signers: readonly CastKey[]
}

/** A charge, as it is told. Who sits on its panel falls to the lot, so that they find what the script says, whoever they are. */
export interface CaseScript {
  readonly key: string
  readonly day: number
  readonly unit: UnitKey
  readonly member: CastKey
  /** Who charges, the first of whom begins. */
  readonly charging: readonly CastKey[]
  /** The point of unity, by its name in the script. */
  readonly ground: string
  /** The day of the deed. */
  readonly deed: number
  readonly asked: Measure
  readonly facts: string
  readonly statements: readonly {
    readonly day: number
    readonly part: 'charging' | 'charged'
    readonly text: string
  }[]
  readonly protection?: {
    readonly day: number
    readonly rights: readonly ProtectedRight[]
    readonly days: number
    readonly text: string
    readonly reply: { readonly day: number; readonly text: string }
    readonly vote: Going
  }
  /** `agree`: how many of the panel agree besides whoever proposes it; more than half of all decide. */
  readonly finding: {
    readonly day: number
    readonly outcome: Measure | null
    readonly agree: number
    readonly reasons: string
  }
}

/** A complaint about harm; whoever is asked first answers it, where somebody does. */
export interface ComplaintScript {
  readonly key: string
  readonly day: number
  readonly by: CastKey
  readonly about: CastKey
  readonly text: string
  readonly answered?: { readonly day: number; readonly text: string }
  /** Days for which the two are kept apart, from the answer on. */
  readonly separation?: number
  /** The day on which whoever complains says that it is settled. */
  readonly settled?: number
}

/** A speech that a moderator hides, by its place among those of its motion, and what its author does. */
export interface HidingScript {
  readonly key: string
  readonly day: number
  readonly by: CastKey
  readonly motion: string
  readonly speech: number
  /** The number of a rule of conduct of the league. */
  readonly rule: number
  readonly reason: string
  /** What the panel finds, whoever sits on it; the last of them dissents. */
  readonly appeal?: {
    readonly day: number
    readonly text: string
    readonly found: number
    readonly grant: boolean
    readonly reasons: string
    readonly dissent: string
  }
}
