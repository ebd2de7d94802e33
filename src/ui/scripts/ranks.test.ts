import { expect, test } from 'vitest'
import { dropAt, itemsIn, moveDown, moveUp, orderOf, placeIn, type Order } from './ranks.ts'

/** `b=c>a|d`: b and c share the first place, a has the second, d none. */
function order(text: string): Order<string> {
  const [ranked = '', unranked = ''] = text.split('|')
  return { ranks: split(ranked, '>').map((rank) => [...split(rank, '=')]), unranked: split(unranked, ',') }
}

function split(text: string, by: string): readonly string[] {
  return text === '' ? [] : text.split(by)
}

function text({ ranks, unranked }: Order<string>): string {
  return `${ranks.map((rank) => rank.join('=')).join('>')}|${unranked.join(',')}`
}

test('typed numbers make an order; what is no number makes none', () => {
  const typed: Readonly<Record<string, string>> = { a: '5', b: ' 2 ', c: '2', d: '', e: '0', f: 'first' }
  const made = orderOf(Object.keys(typed), (item) => typed[item] ?? '')
  expect(text(made)).toBe('b=c>a|d,e,f')
  expect(itemsIn(made)).toEqual(['b', 'c', 'a', 'd', 'e', 'f'])
  expect(['a', 'b', 'c', 'd'].map((item) => placeIn(made, item))).toEqual(['2', '1', '1', ''])
})

test.each([
  ['a>b>c|', 'c', 'a>c>b|'],
  ['a>b|', 'a', 'a>b|'],
  ['a|b,c', 'c', 'a>c|b'],
  ['|a,b', 'b', 'b|a'],
  ['a>b=c|', 'c', 'a>c>b|'],
  ['a=b>c|', 'c', 'c>a=b|'],
])('up: in %s %s comes to %s', (from, item, to) => {
  expect(text(moveUp(order(from), item))).toBe(to)
})

test.each([
  ['a>b>c|', 'a', 'b>a>c|'],
  ['a>b|c', 'b', 'a|b,c'],
  ['a|b', 'b', 'a|b'],
  ['a=b>c|', 'a', 'b>a>c|'],
  ['a=b|', 'b', 'a>b|'],
])('down: in %s %s comes to %s', (from, item, to) => {
  expect(text(moveDown(order(from), item))).toBe(to)
})

test.each([
  ['a>b>c|', 'c', undefined, 'c>a>b|'],
  ['a>b>c|', 'a', 'b', 'b>a>c|'],
  ['a|b,c', 'c', 'a', 'a>c|b'],
  ['a>b|c', 'a', 'c', 'b|a,c'],
  ['|a,b', 'b', undefined, 'b|a'],
  ['a=b>c|', 'c', 'a', 'a=b>c|'],
])('dropped: in %s %s below %s comes to %s', (from, item, above, to) => {
  expect(text(dropAt(order(from), item, above))).toBe(to)
})
