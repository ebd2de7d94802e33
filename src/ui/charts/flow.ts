import type { CountResult, Receiver } from '#modules/counting/core'

/** A candidate at a stage: where the block of their votes stands, in the units of the picture. */
export interface Block {
  readonly stage: number
  readonly candidate: number
  readonly x: number
  readonly y: number
  readonly height: number
  readonly elected: boolean
}

/** Votes from one stage to the next: to the same candidate or to another. */
export interface Band {
  readonly path: string
  readonly candidate: number
  readonly moved: boolean
}

/** A name beside the first or the last stage; `from` is the middle of the block that it names. */
export interface Label {
  readonly candidate: number
  readonly votes: string
  readonly y: number
  readonly from: number
}

export interface Flow {
  readonly width: number
  readonly height: number
  readonly blocks: readonly Block[]
  readonly bands: readonly Band[]
  /** Everybody at the first stage, those without a vote too; at the last, whoever still has votes. */
  readonly first: readonly Label[]
  readonly last: readonly Label[]
}

export const BLOCK_WIDTH = 14
const STEP = 90
const HEIGHT = 320
const GAP = 4
/** Names are written no closer than this. */
const LINE = 17

/** The flow of votes from stage to stage as blocks and bands. Lengths are rounded: they decide nothing. */
export function flowOf({
  stages,
  ballots,
  candidates,
}: Pick<CountResult, 'stages' | 'ballots' | 'candidates'>): Flow {
  const unit = (HEIGHT - GAP * candidates.length) / Math.max(1, ballots)
  const lengthOf = (votes: string): number => Number(votes) * unit
  const won = new Set<number>()
  const columns = stages.map((stage, i) => {
    for (const { candidate } of stage.elected) won.add(candidate)
    let y = 0
    return candidates.map((_, candidate): Block => {
      const height = lengthOf(stage.votes[candidate] ?? '0')
      const block = { stage: i, candidate, x: i * STEP, y, height, elected: won.has(candidate) }
      if (height > 0) y += height + GAP
      return block
    })
  })
  const bands = stages.slice(1).flatMap((stage, i) =>
    bandsTo(
      columns[i] ?? [],
      columns[i + 1] ?? [],
      stage.transfers.map((each) => ({ from: each.from, to: each.to, size: lengthOf(each.votes) })),
    ),
  )
  const blocks = columns.flat().filter(({ height }) => height > 0)
  const first = labelsOf(columns[0] ?? [], stages[0]?.votes ?? [])
  const last =
    stages.length < 2 ? [] : labelsOf(columns.at(-1) ?? [], stages.at(-1)?.votes ?? []).filter(hasVotes)
  const lowest = Math.max(...[...first, ...last].map(({ y }) => y + LINE / 2), HEIGHT)
  return { width: (stages.length - 1) * STEP + BLOCK_WIDTH, height: lowest, blocks, bands, first, last }
}

function hasVotes({ votes }: Label): boolean {
  return Number(votes) > 0
}

/** Names from top to bottom, each beside its block or as close below as the one before leaves room; who has no votes comes last. */
function labelsOf(column: readonly Block[], votes: readonly string[]): readonly Label[] {
  const order = [...column].sort((a, b) => Number(a.height === 0) - Number(b.height === 0))
  let free = LINE / 2
  return order.map(({ candidate, y, height }) => {
    const from = y + height / 2
    const at = Math.max(free, height === 0 ? free : from)
    free = at + LINE
    return { candidate, votes: votes[candidate] ?? '0', y: at, from: height === 0 ? at : from }
  })
}

interface Moved {
  readonly from: number
  readonly to: Receiver
  readonly size: number
}

/**
 * What stays is drawn from the top of a block, what goes below it; what arrives comes below what stayed. A method that counts all
 * ballots anew at each stage names no moves: of what somebody has less then, it cannot be said where it went.
 */
function bandsTo(
  before: readonly Block[],
  after: readonly Block[],
  moved: readonly Moved[],
): readonly Band[] {
  const left = before.map(({ candidate, height }) =>
    Math.max(
      0,
      Math.min(height - sum(moved.filter(({ from }) => from === candidate)), after[candidate]?.height ?? 0),
    ),
  )
  const out = before.map(({ y }, candidate) => y + (left[candidate] ?? 0))
  const into = after.map(({ y }, candidate) => y + (left[candidate] ?? 0))
  const stays = before.flatMap((block, candidate) => {
    const [size, next] = [left[candidate] ?? 0, after[candidate]]
    return size > 0 && next !== undefined
      ? [{ path: bandPath(block.x, block.y, next.y, size), candidate, moved: false }]
      : []
  })
  const goes = moved.flatMap(({ from, to, size }) => {
    const block = before[from]
    if (block === undefined || typeof to !== 'number' || size <= 0) return []
    const [top, bottom] = [out[from] ?? 0, into[to] ?? 0]
    out[from] = top + size
    into[to] = bottom + size
    return [{ path: bandPath(block.x, top, bottom, size), candidate: from, moved: true }]
  })
  return [...stays, ...goes]
}

function bandPath(x: number, from: number, to: number, size: number): string {
  const [left, right] = [x + BLOCK_WIDTH, x + STEP]
  const middle = (left + right) / 2
  const at = (n: number): string => n.toFixed(1)
  return `M${left} ${at(from)}C${middle} ${at(from)} ${middle} ${at(to)} ${right} ${at(to)}V${at(to + size)}C${middle} ${at(to + size)} ${middle} ${at(from + size)} ${left} ${at(from + size)}Z`
}

function sum(moved: readonly Moved[]): number {
  return moved.reduce((total, { size }) => total + size, 0)
}
