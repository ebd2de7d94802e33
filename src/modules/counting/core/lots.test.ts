import { expect, it } from 'vitest'
import { commitmentTo, drawLot, opensCommitment, unopened, type Lot, type LotTie, type Seed } from './lots.ts'

function seed(by: string, opened: string): Seed {
  return { by, commitment: commitmentTo(opened, by), opened }
}

const ana = seed('ana', 'a seed of Ana')
const clerk = seed('clerk', 'a seed of the clerk')
const lot: Lot = { question: 'ballots of the election', seeds: [ana, clerk] }
const tie: LotTie = { stage: 3, about: 'exclusion', among: [0, 2, 3], names: ['Ada', 'Bo', 'Cy', 'Di'] }

it('gives the same order to everybody who redoes it, whatever the order of seeds and candidates', () => {
  const order = drawLot(lot, tie)
  expect([...order].sort()).toEqual([0, 2, 3])
  expect(drawLot({ ...lot, seeds: [clerk, ana] }, { ...tie, among: [3, 0, 2] })).toEqual(order)
  const moved = { ...tie, among: [1, 0, 3], names: ['Cy', 'Ada', 'Bo', 'Di'] }
  expect(drawLot(lot, moved).map((i) => moved.names[i])).toEqual(order.map((i) => tie.names[i]))
})

it('depends on every seed, on the question and on what the tie is about', () => {
  const all = { ...tie, among: [0, 1, 2, 3] }
  const orders = [
    drawLot(lot, all),
    drawLot({ ...lot, seeds: [seed('ana', 'another seed'), clerk] }, all),
    drawLot({ ...lot, seeds: [ana, seed('clerk', 'another seed')] }, all),
    drawLot({ ...lot, question: 'other ballots' }, all),
    drawLot(lot, { ...all, stage: 4 }),
    drawLot(lot, { ...all, about: 'surplus' }),
  ]
  expect(new Set(orders.map((order) => order.join(' '))).size).toBe(orders.length)
})

it('takes each candidate first about equally often', () => {
  const first = [0, 0, 0, 0]
  for (let i = 0; i < 4000; i++) {
    const [taken = 0] = drawLot({ ...lot, question: String(i) }, { ...tie, among: [0, 1, 2, 3] })
    first[taken] = (first[taken] ?? 0) + 1
  }
  for (const times of first) expect(Math.abs(times - 1000)).toBeLessThan(100)
})

it('counts a seed that was not opened, or is another than promised, as empty and names whose it was', () => {
  const silent: Lot = { ...lot, seeds: [ana, { ...clerk, opened: null }] }
  const false_: Lot = { ...lot, seeds: [ana, { ...clerk, opened: 'a seed found later' }] }
  expect(unopened(lot)).toEqual([])
  expect(unopened(silent)).toEqual(['clerk'])
  expect(unopened(false_)).toEqual(['clerk'])
  // Many, so that two draws are not the same by chance.
  const names = Array.from('abcdefgh')
  const many = { ...tie, names, among: [...names.keys()] }
  expect(drawLot(false_, many)).toEqual(drawLot(silent, many))
  expect(drawLot(false_, many)).not.toEqual(drawLot(lot, many))
})

it('does not take one party’s commitment for another’s', () => {
  expect(opensCommitment({ ...ana, by: 'bo' })).toBe(false)
})
