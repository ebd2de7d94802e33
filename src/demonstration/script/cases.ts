import type { CaseScript, ComplaintScript } from './kinds.ts'

/** Two charges: one that came to nothing, and one that is being heard. What is said in the first is deleted with it. */
export const CASES: readonly CaseScript[] = [
  {
    key: 'replacement-bus',
    day: 431.4,
    unit: 'heights',
    member: 'oles',
    charging: ['sami', 'yuki', 'hana'],
    ground: 'founding/5',
    deed: 428,
    asked: { kind: 'warning' },
    facts:
      'On the second morning of the drivers’ stoppage he drove line 9 from the depot to the general hospital, and the company told the newspapers that the lines were running again.',
    statements: [
      {
        day: 433.2,
        part: 'charged',
        text: 'The strikers’ own meeting had agreed to one bus for the hospital, at five in the morning, with a driver of theirs. I was that driver. The company put the sign on afterwards.',
      },
      {
        day: 435.6,
        part: 'charging',
        text: 'We had not known of that agreement, and nobody of the strike committee could tell us on Friday. If it is so, we are glad.',
      },
    ],
    finding: {
      day: 447.3,
      outcome: null,
      agree: 2,
      reasons:
        'The minutes of the strike committee name the bus, the hour and the driver. There was an agreement and he kept to it. We find nothing against him.',
    },
  },
  {
    key: 'collection',
    day: 522.3,
    unit: 'millside',
    member: 'salma',
    charging: ['wenqi', 'gwen', 'leonel'],
    ground: 'founding/5',
    deed: 470,
    asked: { kind: 'suspension', rights: ['stand'], days: 60 },
    facts:
      'She took 340 home from the collection for the bakery workers on the evening of the deed and brought it to the treasurer nine weeks later, after two letters. Meanwhile the fund paid nothing to two families for want of exactly that.',
    statements: [
      {
        day: 525.7,
        part: 'charged',
        text: 'I had the tin because nobody else would carry it through the yard at night. Then I was in hospital, which I told the wrong person. Not a cent was missing when I gave it back.',
      },
      {
        day: 528.1,
        part: 'charging',
        text: 'Nobody says that any is missing. We say that nine weeks are long when somebody waits for it, and that she answered neither letter.',
      },
    ],
    protection: {
      day: 545.6,
      rights: ['stand'],
      days: 20,
      text: 'Nominations for the treasurer of the branch open next week, before the panel has found. Whoever holds the tin until then should be somebody whom nobody asks about it.',
      reply: {
        day: 547.1,
        text: 'I was not going to stand. But I would like to be the one who decides that.',
      },
      vote: { turnout: 0.3, yes: 0.62 },
    },
    finding: {
      day: 546.4,
      outcome: { kind: 'warning' },
      agree: 1,
      reasons:
        'She kept it, did not use it, and did not answer. That is carelessness with what others need, and she has said so herself. A warning is enough.',
    },
  },
]

/** Two complaints: one that was answered, kept two apart for ten days and is settled, and one that waits for an answer. */
export const COMPLAINTS: readonly ComplaintScript[] = [
  {
    key: 'corridor',
    day: 471.5,
    by: 'marisol',
    about: 'bram',
    text: 'Después de dos asambleas me esperó en el pasillo y me gritó delante de otros. No quiero una votación sobre esto. Quiero que no vuelva a pasar.',
    answered: {
      day: 472.4,
      text: 'I have read it and I believe you. I shall talk to him on Thursday, alone. Until then, and for ten days, he comes to no meeting to which you go.',
    },
    separation: 10,
    settled: 488.6,
  },
  {
    key: 'letters',
    day: 549.2,
    by: 'anh',
    about: 'jonas',
    text: 'He writes to me at night, every night, although I asked him twice to stop. I do not know to whom else to say it.',
  },
]
