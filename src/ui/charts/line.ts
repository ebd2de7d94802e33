import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Instant } from '#kernel/instant'

/** A number at a moment. */
export interface Reading {
  readonly at: Instant
  readonly value: number
}

/**
 * The paths of a line and of the area below it, in a box of this size. Readings stand one after the other at equal distances, since
 * several may be of one moment; values are shown from 0, so that no change looks larger than it is.
 */
export function linePaths(
  readings: readonly Reading[],
  { width, height }: { readonly width: number; readonly height: number },
): { readonly line: string; readonly area: string; readonly last: readonly [x: number, y: number] } {
  const values = readings.map(({ value }) => value)
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [0, width])
  const y = scaleLinear([0, Math.max(...values) || 1], [height, 0])
  const points = values.map((value, i): [number, number] => [x(i), y(value)])
  return {
    line: line()(points) ?? '',
    area: area().y0(height)(points) ?? '',
    last: points.at(-1) ?? [0, height],
  }
}
