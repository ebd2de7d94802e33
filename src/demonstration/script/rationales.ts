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
  {
    day: 110.4,
    by: 'dede',
    point: 'founding/3',
    text: 'People learn to decide by deciding, and by being able to read afterwards how it went. I hold it for the same reason for which I let pupils mark their own papers.',
  },
  {
    day: 144.7,
    by: 'kit',
    point: 'founding/5',
    text: 'I was against the fund and for the sentence. Now that there is a fund I am for both, and I check it every month.',
  },
  {
    day: 188.3,
    by: 'leonel',
    point: 'thirty-two/1',
    text: 'Because bread does not care how long I was awake, and my daughter does.',
  },
  {
    day: 191.6,
    by: 'hana',
    point: 'thirty-two/1',
    text: 'I hold it for another reason than Leonel: an hour that the company does not have is an hour in which we can meet.',
  },
  {
    day: 262.5,
    by: 'zeke',
    point: 'founding/4',
    text: 'I have been a delegate elsewhere. After a year one knows the caretaker’s first name and no longer knows who sent one. Recall is a kindness.',
  },
  {
    day: 352.4,
    by: 'salma',
    point: 'no-secrets-again/1',
    text: 'Shame about a small wage belongs to whoever pays it. That takes time to believe, so nobody is pushed.',
  },
  {
    day: 402.6,
    by: 'pilar',
    point: 'piece-rates/1',
    text: 'En el mercado también cobramos por pieza: por cada pescado. Por eso lo entiendo, aunque mi patrón sea el mar.',
  },
  {
    day: 531.5,
    by: 'gwen',
    point: 'founding/1',
    text: 'The words “paid or not” were put in for people like me. I do not know of another organization that ever asked what I had done all day.',
  },
]
