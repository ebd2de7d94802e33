import { bug } from '#kernel/bug'
import { DAY, type Instant } from '#kernel/instant'
import type { Deadlines } from '#kernel/deadlines'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { holdsDuty, vacateAll, type DelegatesState } from '#modules/delegates/core'
import {
  hashShape,
  heldTextShape,
  memberIdShape,
  MEMBERS,
  NOBODY,
  uuidShape,
  type Audience,
  type Rules,
} from '#modules/record/core'
import { knownUnit, rulesFor, type Unit, type UnitsSlice } from '#modules/units/core'
import { z } from 'zod'
import {
  addPerson,
  idAt,
  indexOf,
  setStatus,
  statusOf,
  votingHome,
  type MembersSlice,
  type MemberStatus,
} from './state.ts'

export const STANDING_LAPSE = 'standing.lapse'

export type MembersRulesSlice = UnitsSlice &
  MembersSlice & {
    readonly delegates: DelegatesState
    readonly deadlines: Deadlines
    /** Asked through one question, because its module asks this one: until when a member is given no notice. */
    readonly appeals: { noticeRests(member: number, restFor: number): Instant | undefined }
  }

/** The law from which on a notice says who gave it and can be contested, and days of rest after one was struck. */
const CONTESTS_SINCE = 6
const NOTICE_REST_DAYS = 90

const memberShape = z.strictObject({ member: memberIdShape })
/** `details` is the salted hash of what is held about the person: it proves what was entered, and tells nothing. */
const shapes = {
  'founding.member': z.strictObject({
    member: memberIdShape,
    home: uuidShape,
    organizer: z.boolean(),
    details: hashShape,
  }),
  'founding.strike': memberShape,
  'member.apply': z.strictObject({ member: memberIdShape, home: uuidShape, details: hashShape }),
  'member.vouch': memberShape,
  'member.admit': memberShape,
  'member.refuse': z.strictObject({ member: memberIdShape, reason: heldTextShape }),
  'member.resign': z.strictObject({ erase: z.boolean() }),
  'member.move': z.strictObject({ home: uuidShape }),
  'member.erase': memberShape,
  'standing.notice': z.strictObject({ member: memberIdShape, reason: heldTextShape }),
  'standing.mend': memberShape,
  'standing.lapse': memberShape,
}

export type MemberActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Joining, vouching, admission, standing and leaving. */
export const memberRules: Rules<MembersRulesSlice, MemberActs> = {
  'founding.member': {
    actors: ['nobody'],
    shape: shapes['founding.member'],
    audience: () => MEMBERS,
    check: (state, { body }) => checkNewPerson(state, body),
    apply(state, { body }) {
      const index = addPerson(state.members, body.member, homeIndex(state, body.home), 'listed')
      if (body.organizer) state.members.organizers.set(index, true)
    },
  },
  'founding.strike': {
    actors: ['nobody'],
    shape: shapes['founding.strike'],
    audience: () => MEMBERS,
    check: ({ members }, { body }) => expectStatus(members, body.member, ['listed']),
    apply({ members }, { body }) {
      setStatus(members, indexOf(members, body.member), 'struck')
    },
  },
  'member.apply': {
    actors: ['nobody'],
    shape: shapes['member.apply'],
    audience: () => MEMBERS,
    check: (state, { body }) => checkNewPerson(state, body),
    apply(state, { body }) {
      addPerson(state.members, body.member, homeIndex(state, body.home), 'applicant')
    },
  },
  'member.vouch': {
    actors: ['member'],
    shape: shapes['member.vouch'],
    audience: ({ member }): Audience => ({ kind: 'concerned', members: [member] }),
    check({ members }, { at, by, body }) {
      const refusal = expectStatus(members, body.member, ['applicant'])
      if (refusal !== undefined) return refusal
      // Who has no vote yet vouches for nobody, or invented members could bring in more of them by the hundred.
      const from = members.votesFrom.get(indexOf(members, by))
      if (from > at) return refuse('no-vote-yet', { from })
      const vouched = members.vouches.get(indexOf(members, body.member)) ?? []
      return vouched.includes(indexOf(members, by)) ? refuse('vouched-already') : undefined
    },
    apply({ members }, { by, body }) {
      const index = indexOf(members, body.member)
      members.vouches.set(index, [...(members.vouches.get(index) ?? []), indexOf(members, by)])
    },
  },
  'member.admit': {
    actors: ['member'],
    shape: shapes['member.admit'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const refusal = checkKeeper(state, by, body.member, ['applicant'])
      if (refusal !== undefined) return refusal
      const index = indexOf(state.members, body.member)
      const had = state.members.vouches.get(index)?.length ?? 0
      const needed = rulesFor(state, homeOf(state, body.member).id).rules.vouches
      return had < needed ? refuse('too-few-vouches', { had, needed }) : undefined
    },
    apply(state, { at, body }) {
      const index = indexOf(state.members, body.member)
      const wait = rulesFor(state, homeOf(state, body.member).id).rules.admissionDays
      setStatus(state.members, index, 'member')
      state.members.votesFrom.set(index, at + wait * DAY)
      state.members.vouches.delete(index)
    },
  },
  'member.refuse': {
    actors: ['member'],
    shape: shapes['member.refuse'],
    audience: () => MEMBERS,
    check: (state, { by, body }) => checkKeeper(state, by, body.member, ['applicant']),
    apply({ members }, { body }) {
      const index = indexOf(members, body.member)
      setStatus(members, index, 'refused')
      members.vouches.delete(index)
    },
  },
  'member.resign': {
    actors: ['member', 'lapsed'],
    shape: shapes['member.resign'],
    audience: () => MEMBERS,
    check: () => undefined,
    apply(state, { at, by, body }) {
      const { members, deadlines } = state
      const index = indexOf(members, by)
      setStatus(members, index, 'former')
      members.notices.delete(index)
      deadlines.clear(STANDING_LAPSE, by)
      vacateAll(state, index, at)
      if (body.erase) members.erased.set(index, true)
    },
  },
  'member.move': {
    actors: ['member'],
    shape: shapes['member.move'],
    audience: () => MEMBERS,
    check: (state, { by, body }) => {
      const home = checkHome(state, body.home)
      if (isRefusal(home)) return home
      return homeOf(state, by).id === body.home
        ? refuse('lives-there-already', { unit: home.name })
        : undefined
    },
    // Who could vote in a unit on the day of moving there could decide in all of them, one after the other.
    apply(state, { at, by, body }) {
      const { members } = state
      const index = indexOf(members, by)
      const wait = rulesFor(state, body.home).rules.admissionDays
      members.homesBefore.set(index, votingHome(members, index, at))
      members.homes.set(index, homeIndex(state, body.home))
      members.homesFrom.set(index, at + wait * DAY)
    },
  },
  'member.erase': {
    actors: ['member', 'clerk'],
    shape: shapes['member.erase'],
    audience: () => MEMBERS,
    check: (state, { by, body }) => {
      const gone = ['former', 'refused', 'struck'] as const
      if (by !== 'clerk') return checkKeeper(state, by, body.member, gone)
      return expectStatus(state.members, body.member, gone)
    },
    apply({ members }, { body }) {
      members.erased.set(indexOf(members, body.member), true)
    },
  },
  'standing.notice': {
    actors: ['member'],
    shape: shapes['standing.notice'],
    audience: () => MEMBERS,
    check: (state, { at, by, body }) => {
      const refusal = checkKeeper(state, by, body.member, ['member'])
      if (refusal !== undefined) return refusal
      const index = indexOf(state.members, body.member)
      if (state.members.notices.has(index)) return refuse('notice-given-already')
      const until = state.appeals.noticeRests(index, NOTICE_REST_DAYS * DAY)
      return until !== undefined && at < until ? refuse('notice-rests', { until }) : undefined
    },
    apply(state, { at, law, seq, by, body }) {
      const days = rulesFor(state, homeOf(state, body.member).id).rules.standingDays
      const until = at + days * DAY
      const keeper = law < CONTESTS_SINCE ? {} : { by: indexOf(state.members, by) }
      const notice = { until, reason: body.reason.hash, seq, ...keeper }
      state.members.notices.set(indexOf(state.members, body.member), notice)
      state.deadlines.set(STANDING_LAPSE, body.member, until)
    },
  },
  'standing.mend': {
    actors: ['member'],
    shape: shapes['standing.mend'],
    audience: () => MEMBERS,
    check: (state, { by, body }) => {
      const refusal = checkKeeper(state, by, body.member, ['member', 'lapsed'])
      if (refusal !== undefined) return refusal
      const { members } = state
      const broken =
        members.notices.has(indexOf(members, body.member)) || statusOf(members, body.member) === 'lapsed'
      return broken ? undefined : refuse('nothing-to-mend')
    },
    apply({ members, deadlines }, { body }) {
      const index = indexOf(members, body.member)
      setStatus(members, index, 'member')
      members.notices.delete(index)
      deadlines.clear(STANDING_LAPSE, body.member)
    },
  },
  'standing.lapse': {
    actors: ['clerk'],
    shape: shapes['standing.lapse'],
    audience: () => MEMBERS,
    check: ({ members }, { at, body }) => {
      const index = members.indices.get(body.member)
      const notice = index === undefined ? undefined : members.notices.get(index)
      return notice !== undefined && notice.contested !== true && notice.until <= at
        ? undefined
        : refuse('not-due', { kind: STANDING_LAPSE })
    },
    apply(state, { at, body }) {
      const { members, deadlines } = state
      const index = indexOf(members, body.member)
      setStatus(members, index, 'lapsed')
      members.notices.delete(index)
      deadlines.clear(STANDING_LAPSE, body.member)
      vacateAll(state, index, at)
    },
  },
}

/** The unit in which somebody on the roll lives. */
export function homeOf(state: UnitsSlice & MembersSlice, member: string): Unit {
  return homeAt(state, indexOf(state.members, member))
}

/** The unit in which the member at this index lives. */
export function homeAt({ units, members }: UnitsSlice & MembersSlice, index: number): Unit {
  const id = units.order.at(members.homes.get(index)) ?? ''
  return units.units.get(id) ?? bug(`the home of ${idAt(members, index)} is not a unit`)
}

function homeIndex({ units }: UnitsSlice, home: string): number {
  return units.units.get(home)?.index ?? bug(`the unit ${home} does not exist`)
}

function checkHome({ units }: UnitsSlice, home: string): Unit | Refusal {
  const unit = knownUnit(units, home)
  if (isRefusal(unit)) return unit
  return unit.kind === 'place' ? unit : refuse('home-not-a-place', { unit: unit.name })
}

function checkNewPerson(
  state: UnitsSlice & MembersSlice,
  { member, home }: { member: string; home: string },
): Refusal | undefined {
  if (state.members.indices.has(member)) return refuse('id-taken', { id: member })
  const unit = checkHome(state, home)
  return isRefusal(unit) ? unit : undefined
}

function expectStatus(
  members: MembersSlice['members'],
  member: string,
  wanted: readonly MemberStatus[],
): Refusal | undefined {
  const status = statusOf(members, member)
  return wanted.includes(status) ? undefined : refuse('wrong-status', { status, wanted: [...wanted] })
}

/** Refuses what only a keeper of the roll may do, or what does not fit the person's status. */
function checkKeeper(
  state: MembersRulesSlice,
  by: string,
  member: string,
  wanted: readonly MemberStatus[],
): Refusal | undefined {
  const refusal = expectStatus(state.members, member, wanted)
  if (refusal !== undefined) return refusal
  if (by === NOBODY) return refuse('needs-duty', { duty: 'roll' })
  const may = holdsDuty(state, indexOf(state.members, by), 'roll', homeOf(state, member).id)
  return may ? undefined : refuse('needs-duty', { duty: 'roll' })
}
