import type { Board } from '#modules/voting/core'
import type { World } from './given.ts'

/** What kinds of things happened, for whoever looks whether histories are rich enough. */
export function whatHappened({ entries, org }: World): readonly string[] {
  const { motions, amendments } = org.motions
  return [
    ...[...org.tendencies.tendencies.values()].map(
      ({ stage }) => `tendency ${stage.kind} ${'why' in stage ? stage.why : ''}`,
    ),
    ...[...org.voting.votes.values()].flatMap(({ secret, status, subject }) =>
      secret === undefined ? [] : [`secret vote of ${subject.kind} ${status}`],
    ),
    ...entries.map(({ type }) => type),
    ...entries.flatMap(({ type, body }) =>
      type !== 'vote.close' ? [] : whatWasCounted((body as { secret?: Board }).secret),
    ),
    ...[...org.cases.cases.values()].map(
      ({ stage }) => `case ${stage.kind} ${'why' in stage ? stage.why : ''}`,
    ),
    ...[...org.complaints.complaints.values()].map(
      ({ stage }) => `complaint ${stage.kind} ${'how' in stage ? stage.how : ''}`,
    ),
    ...[...org.panels.panels.values()].map(({ stage }) => `panel ${stage.kind}`),
    ...[...org.appeals.appeals.values()].map(
      ({ against, stage }) => `appeal against ${against.kind} ${stage.kind}`,
    ),
    ...[...amendments.values()].map(({ stage }) => `amendment ${stage.kind}`),
    ...[...motions.values()].map(({ stage, enactment }) =>
      stage.kind === 'decided'
        ? `${enactment.kind}: ${stage.adopted ? (stage.notCarriedOut ?? 'carried out') : 'not adopted'}${stage.revokedBy === null ? '' : ' revoked'}`
        : `motion ${stage.kind}`,
    ),
  ]
}

function whatWasCounted(board: Board | undefined): readonly string[] {
  if (board === undefined) return []
  return [
    `counted keys of ${board.issued.length} issuers`,
    ...(board.paper.length > 0 ? ['counted papers'] : []),
  ]
}
