import { count } from './common.ts'

export const complaints = {
  // Says nothing to whoever looks over a shoulder, or at a list of pages that were open.
  title: 'Confidential',
  lead: 'If a member has harassed or hurt you, or threatens to, you can tell people who were elected for it. In danger, call for help where you are first: nobody watches this page at all hours.',
  leave: 'Leave this page',
  how: [
    'It goes to one person elected for complaints; never to somebody whom it concerns. If they do not answer within 3 days, it goes to the next, then to those of the unit above.',
    'They, you, and whoever speaks for you read what you write. Nobody else does: no officer, no list, no search, no export. It is kept sealed, and deleted when the complaint ends.',
    'The record says that a complaint was made, and when it was answered. It names nobody.',
    'They can order at once that two keep apart, for 14 days at the most. Nobody loses a vote by that.',
    'Whatever goes further is a charge, with notice, a hearing and a panel drawn by lot. What you wrote here never goes to a general vote.',
    'You can end it at any time. Whoever runs the server could read what is kept there: if that is whom you fear, speak to somebody in person.',
  ],
  nobodyElected:
    'Nobody is elected for complaints where you live, nor above, so there is nobody to write to here. Speak to somebody you trust; a charge can be brought without one. Any member can propose a motion that opens such an office.',
  make: 'Write to those elected for it',
  mine: 'What concerns you',
  number: (n: number) => `Complaint ${n}`,
  stages: {
    asked: 'Waits for an answer.',
    taken: 'Somebody answers it.',
    unanswered: 'All were asked and nobody has answered yet. They still can.',
    ended: 'It has ended.',
  },
  counts: 'How many there were',
  countsOf: (all: number, ended: number, unanswered: number, separations: number) =>
    `${count(all, 'complaint', 'complaints')} so far, of which ${ended} have ended and ${unanswered} wait unanswered; ${count(separations, 'separation', 'separations')} ordered. Nobody is named.`,
  makeLead: 'Write what happened, as far as you want to. You can add to it later.',
  find: 'Find a member by name',
  choose: 'Choose',
  about: 'Whom it is about',
  myself: 'I speak for myself',
  representative: 'Somebody who speaks for you',
  representativeHint: 'They read everything, write for you and can end the complaint. Ask them before.',
  text: 'What happened',
  textHint: 'And what you need now, if you know it.',
  send: 'Send',
  roles: {
    complainant: 'You made it.',
    representative: 'You speak for whoever made it.',
    person: 'You were elected for complaints, and it was put to you.',
    apart: 'You were ordered to keep apart for a time. Nothing is decided about you by that.',
  },
  separated: 'Ordered to keep apart:',
  separatedUntil: 'Until',
  separatedWhat:
    'Both stay members and keep every vote. Whoever was elected for complaints says what keeping apart means here: which meetings, which places, no messages.',
  answerUntil: 'The next is asked if nobody answers until',
  complains: 'Who complains',
  represents: 'Who speaks for them',
  isAbout: 'Whom it is about',
  persons: 'Who was asked',
  take: 'I answer this',
  file: 'What was written',
  lost: 'This can no longer be read here.',
  write: 'Write to the others whom it concerns',
  separate: 'Order them to keep apart',
  separateLead:
    'At once, before anybody was heard, and so for 14 days at the most and only once. Whom it is about then learns of the order and of who complains, not of what was written. Ask whoever complains before.',
  days: 'Days',
  refer: 'Refer it to a panel',
  referWhat:
    'If a measure is needed: a panel drawn by lot hears both, and what it finds is put to a secret vote.',
  referLead:
    'The panel finds with its reasons; only its finding and the measure go to the vote. What was written in the complaint does not go on: it is deleted. The panel and the other side read what you write here.',
  referWho: (names: string) =>
    `Whoever complains, who speaks for them and who was asked bring it together: ${names}. Whom it is about learns that with the notice. Ask whoever complains before; they can withdraw it until it is voted on.`,
  referFacts: 'What happened, for the panel and the other side',
  outOf: (n: number) => `It was referred out of complaint ${n}, whose file is deleted.`,
  apartStill: 'Whoever complained and the charged member were ordered to keep apart until',
  close: 'End the complaint',
  closeLead: 'All that names anybody in it is deleted then. What was ordered ends too.',
  settled: 'It is settled',
  withdrawn: 'I take it back',
}
