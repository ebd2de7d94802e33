import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayMoment } = speechIn('en')

/** What this module refuses. */
export type VotingCode =
  | 'unknown-vote'
  | 'vote-closed'
  | 'not-on-roll'
  | 'wrong-number-of-answers'
  | 'vote-opened-already'
  | 'unknown-subject'
  | 'wrong-opening'
  | 'wrong-result'
  | 'wrong-unit'
  | 'not-due'
  | 'not-ranked'
  | 'unknown-candidate'
  | 'ranked-twice'
  | 'rank-shared'
  | 'vote-is-secret'
  | 'vote-not-secret'
  | 'ballot-keys-missing'
  | 'ballot-keys-unfit'
  | 'board-missing'
  | 'board-counts'
  | 'board-participation'
  | 'key-list-unfit'
  | 'polling-unfit'
  | 'paper-unfit'
  | 'polling-time'
  | 'polling-late'
  | 'polling-begun'
  | 'polling-place'
  | 'too-many-sessions'
  | 'unknown-session'
  | 'polling-not-now'
  | 'mark-yourself'
  | 'marked-not-on-roll'
  | 'paper-tellers'
  | 'papers-missing'
  | 'papers-too-many'
  | 'paper-line'
  | 'issuers-lacking'
  | 'issuers-k-unfit'
  | 'issuers-alike'
  | 'issuers-many'
  | 'issuers-k-missing'
  | 'issuer-line-unfit'
  | 'issuer-address-unfit'
  | 'issuer-unknown'
  | 'issuer-stock-full'
  | 'issuer-key-known'
  | 'issuer-overdrawn'
  | 'issuer-key-unfit'

export const english: Sentences<VotingCode> = {
  'unknown-vote': () => 'There is no such vote, or it is not open.',
  'vote-closed': ({ closed }) => `The vote closed on ${sayMoment(closed)}. This ballot was not entered.`,
  'not-on-roll': ({ opened, announced }) =>
    announced === undefined
      ? `You are not on the roll of this vote, which was fixed when it opened on ${sayMoment(opened)}.`
      : `You are not on the roll of this vote: it has those who had a vote when it was announced on ${sayMoment(announced)}.`,
  'wrong-number-of-answers': ({ questions, answers }) =>
    `The vote has ${say(questions)} questions; the ballot answers ${say(answers)}. Answer each one; abstaining is an answer.`,
  'vote-opened-already': () => 'This vote has been opened already.',
  'unknown-subject': () => 'Nothing of this kind is put to the vote.',
  'wrong-opening': () =>
    'The vote was opened with another roll, other questions or another end than the rules give.',
  'wrong-result': () => 'The recorded result is not the one that the ballots and the rules give.',
  'wrong-unit': () => 'This was entered under another unit than the one it belongs to.',
  'not-ranked': () => 'Nobody is ranked in this vote.',
  'unknown-candidate': ({ number }) => `There is no candidate number ${say(number)} on this ballot.`,
  'ranked-twice': () => 'A candidate has two places on this ballot. Give each one place at most.',
  'rank-shared': () =>
    'Two candidates have the same number. The method of this election needs a different number for each you rank.',
  'vote-is-secret': () =>
    'This vote is secret: a ballot with a name is not taken. Vote on the page of the vote.',
  'vote-not-secret': () => 'This vote is open: there are no secret ballots in it.',
  'ballot-keys-missing': () => 'The keys of this secret vote have not been made.',
  'ballot-keys-unfit': () => 'These cannot be the keys of a secret vote, or they were used before.',
  'board-missing': () => 'A secret vote cannot be closed without its ballots.',
  'board-counts': () =>
    'The numbers of a secret vote do not fit: there are more ballots than keys, or more keys than were given out, or more were given out than members stand on the roll.',
  'board-participation': () =>
    'What is said of who took part does not fit the roll, or the number of keys that were given out.',
  'key-list-unfit': () => 'The list of keys is longer than the roll, or is not counted rightly.',
  'polling-unfit': () =>
    'What is said of polling sessions does not fit: there are more papers than members took one, papers without two tellers, more keys from voting screens than were given out, or no session was announced.',
  'paper-unfit': ({ number }) =>
    `Paper ${say(number)} says what no ballot of this vote can say, or stands out of order.`,
  'polling-time': () =>
    'A polling session is announced before it begins, ends after it begins, and takes two days at most.',
  'polling-late': ({ closes }) =>
    `The vote closes on ${sayMoment(closes)}. A polling session has to end before, so that papers can be entered.`,
  'polling-place': ({ most }) => `Say in ${say(most)} characters at most where the polling session is held.`,
  'polling-begun': () => 'This polling session has begun, and cannot be cancelled any more.',
  'too-many-sessions': ({ most }) => `A vote has at most ${say(most)} polling sessions.`,
  'unknown-session': () => 'There is no such polling session; it may have been cancelled.',
  'polling-not-now': () =>
    'No polling session of this vote is on now. Members are marked at the times that were announced, and at no other.',
  'mark-yourself': () => 'Nobody marks themselves: let another officer do it, or vote from your own page.',
  'marked-not-on-roll': () => 'This member is not on the roll of the vote, which was fixed when it opened.',
  'paper-tellers': () => 'The two tellers are two different members.',
  'papers-missing': () => 'No papers are entered yet. Enter what you read from each.',
  'papers-too-many': ({ papers, counted, taken }) =>
    `You entered ${say(papers)} papers, and ${say(counted)} of other batches are counted. Members took ${say(taken)}, so these are too many.`,
  'paper-line': ({ line }) =>
    `Line ${say(line)} cannot be read as a paper of this vote. Look at the example above the field; nothing was entered.`,
  'issuers-lacking': ({ needed, ready }) =>
    `This secret vote needs ${say(needed)} issuers that have delivered a key, and has ${say(ready)}. It opens as soon as there are enough.`,
  'issuers-k-unfit': ({ all, least }) =>
    `Of ${say(all)} issuers at least ${say(least)} have to sign each key, and at most all of them: with fewer, this server and a few of the others could make keys for members who stay away.`,
  'issuers-alike': () =>
    'Each issuer needs a name, an address and a key of its own, and none can be called Plenum: that is this server.',
  'issuers-many': ({ most }) => `At most ${say(most)} issuers can be named besides this server.`,
  'issuers-k-missing': ({ most }) =>
    `Say how many issuers have to sign each key: a whole number from 1 to ${say(most)}, this server counted among them.`,
  'issuer-line-unfit': ({ line }) =>
    `Line ${say(line)} of the issuers is not name, address and key, with a space between. Copy the line that plenum issuer init prints.`,
  'issuer-address-unfit': ({ line, address }) =>
    `Line ${say(line)} of the issuers: ${say(address)} is no address of an issuer. It is protocol and host only, such as https://issuer.example.`,
  'issuer-unknown': () => 'No motion has named an issuer with this key.',
  'issuer-stock-full': ({ left, most }) =>
    `${say(left)} keys of this issuer lie unused, and ${say(most)} at most may. Deliver fewer.`,
  'issuer-overdrawn': ({ name, count, roll }) =>
    `${say(name)} says that it signed ${say(count)} keys; ${say(roll)} members stand on the roll.`,
  'issuer-key-known': () => 'One of these keys was delivered before. A key is good for one vote.',
  'issuer-key-unfit': () => 'One of these is no key, or is not signed by the issuer that members named.',
  'not-due': () => 'The time for this has not come.',
}
