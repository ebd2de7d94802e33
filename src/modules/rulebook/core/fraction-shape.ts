import { isFraction, type Fraction } from '#kernel/fraction'
import { z } from 'zod'

/** An exact share, as a text such as 2/3. */
export const fractionShape = z
  .custom<Fraction>((text) => typeof text === 'string' && isFraction(text), 'must be a fraction such as 2/3')
  // What documents made from this shape say of it.
  .meta({ type: 'string', pattern: '^(0|[1-9][0-9]{0,5})/([1-9][0-9]{0,5})$', examples: ['2/3'] })
