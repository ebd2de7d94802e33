import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Instant } from '#kernel/instant'

/** A number at a moment. */
export interface Reading {
  readonly at: Instant
  readonly value: number
}

/** The paths of a line and of the area below it, and where its last point is. */
interface LinePaths {
  readonly line: string
  readonly area: string
  readonly last: readonly [x: number, y: number]
}

interface Box {
  readonly width: number
  readonly height: number
}

const MOST = 100
const drawn = new Map<string, LinePaths>()

/** What {@link drawLine} draws, once for the same values: every home page shows the same line. */
export function linePaths(readings: readonly Reading[], box: Box): LinePaths {
  const values = readings.map(({ value }) => value)
  const key = [box.width, box.height, ...values].join()
  const known = drawn.get(key)
  if (known !== undefined) return known
  const paths = drawLine(values, box)
  if (drawn.size >= MOST) drawn.clear()
  drawn.set(key, paths)
  return paths
}

/**
 * Values stand one after the other at equal distances, since several may be of one moment. They are shown from 0, so that no
 * change looks larger than it is.
 */
function drawLine(values: readonly number[], { width, height }: Box): LinePaths {
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [0, width])
  const y = scaleLinear([0, Math.max(...values) || 1], [height, 0])
  const points = values.map((value, i): [number, number] => [x(i), y(value)])
  return {
    line: line()(points) ?? '',
    area: area().y0(height)(points) ?? '',
    last: points.at(-1) ?? [0, height],
  }
}
