import { createDeadlines, type Deadlines } from '#kernel/deadlines'
import { createCell, createJournal, type Cell, type Journal } from '#kernel/journal'
import type { Instant } from '#kernel/instant'
import { createAppeals, type AppealsState } from '#modules/appeals/core'
import { createCouncils, type CouncilsState } from '#modules/councils/core'
import { createComplaints, type ComplaintsState } from '#modules/complaints/core'
import { createDelegates, type DelegatesState } from '#modules/delegates/core'
import { createDevices, type DevicesState } from '#modules/devices/core'
import { createCases, type CasesState } from '#modules/discipline/core'
import { createElections, type ElectionsState } from '#modules/elections/core'
import { createMembers, statusAt, type MembersState } from '#modules/members/core'
import { createModeration, type ModerationState } from '#modules/moderation/core'
import { createMotions, type MotionsState } from '#modules/motions/core'
import { createPanels, type PanelsState } from '#modules/panels/core'
import { createProgram, type ProgramState } from '#modules/program/core'
import { createRecoveries, type RecoveriesState } from '#modules/recovery/core'
import { createRulebook, type RulebookState } from '#modules/rulebook/core'
import { createTendencies, type TendenciesState } from '#modules/tendencies/core'
import { createUnits, type UnitsState } from '#modules/units/core'
import { createVoting, type VotingState } from '#modules/voting/core'

/** Where the record stands: how many entries, the time of the last, the law in force. */
export interface Head {
  readonly size: number
  readonly at: Instant
  readonly law: number
}

/** The organization as its record has made it: the fold of all entries. */
export interface Org {
  readonly journal: Journal
  readonly deadlines: Deadlines
  readonly head: Cell<Head>
  readonly rulebook: RulebookState
  readonly units: UnitsState
  readonly members: MembersState
  readonly delegates: DelegatesState
  readonly councils: CouncilsState
  readonly elections: ElectionsState
  readonly program: ProgramState
  readonly voting: VotingState
  readonly motions: MotionsState
  readonly recoveries: RecoveriesState
  readonly tendencies: TendenciesState
  readonly moderation: ModerationState
  readonly panels: PanelsState
  readonly complaints: ComplaintsState
  readonly appeals: AppealsState
  readonly devices: DevicesState
  readonly cases: CasesState
  readonly roll: { standing(id: string): number | undefined }
}

/** An organization before its first entry; `origin` is the name of its log, to whoever runs it. */
export function createOrg(origin?: string): Org {
  const journal = createJournal()
  const members = createMembers(journal)
  return {
    journal,
    deadlines: createDeadlines(journal),
    head: createCell<Head>(journal, { size: 0, at: 0, law: 1 }),
    rulebook: createRulebook(journal),
    units: createUnits(journal),
    members,
    delegates: createDelegates(journal),
    councils: createCouncils(journal),
    elections: createElections(journal),
    program: createProgram(journal),
    voting: createVoting(journal),
    motions: createMotions(journal),
    recoveries: createRecoveries(journal),
    tendencies: createTendencies(journal),
    moderation: createModeration(journal),
    panels: createPanels(journal),
    complaints: createComplaints(journal),
    appeals: createAppeals(journal),
    devices: createDevices(journal, origin),
    cases: createCases(journal),
    roll: {
      standing(id) {
        const index = members.indices.get(id)
        if (index === undefined) return undefined
        const status = statusAt(members, index)
        return status === 'member' || status === 'listed' ? index : undefined
      },
    },
  }
}
