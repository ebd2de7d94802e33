import { expect, it } from 'vitest'
import { placesOf, ranksIn } from './ranks.ts'

it('takes the order of the numbers, whatever is left out', () => {
  expect(ranksIn({ 'place-0': '3', 'place-1': '1', 'place-2': '', 'place-3': ' 7 ', act: '9' })).toEqual([
    [1],
    [0],
    [3],
  ])
  expect(ranksIn({ 'place-0': '2', 'place-1': '2' })).toEqual([[0, 1]])
  expect(ranksIn({})).toEqual([])
})

it.each(['0', '1.5', '-1', 'one', '1000'])('refuses %s as a place', (typed) => {
  expect(ranksIn({ 'place-0': typed })).toMatchObject({ code: 'place-malformed' })
})

it('gives a ballot back as it was cast', () => {
  expect([...placesOf([[2], [0, 1]])]).toEqual([
    [2, '1'],
    [0, '2'],
    [1, '2'],
  ])
})
