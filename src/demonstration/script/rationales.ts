import type { RationaleScript } from './kinds.ts'

/** Why some hold what they hold. */
export const RATIONALES: readonly RationaleScript[] = [
  {
    day: 30.4,
    by: 'marisol',
    point: 'founding/1',
    text: 'Cuatro empresas limpian el mismo hotel. Si cada una organiza solo a las suyas, nos enfrentan unas con otras en el mismo pasillo.',
  },
  {
    day: 88.6,
    by: 'ruth',
    point: 'founding/3',
    text: 'In forty years of nursing the worst decisions that I saw were those of which afterwards nobody knew who had made them.',
  },
  {
    day: 92.7,
    by: 'noor',
    point: 'rent-register/1',
    text: 'One sheet of paper in our stairwell did more than three letters from a lawyer. I hold this because I have seen it work for nineteen households.',
  },
]
