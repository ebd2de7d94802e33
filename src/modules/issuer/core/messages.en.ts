import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayCount, sayMoment, sayNumber } = speechIn('en')

/** What an issuer refuses, and why it cannot work. */
export type IssuerCode =
  | 'issuer-nothing-here'
  | 'issuer-throttled'
  | 'issuer-vote-unknown'
  | 'issuer-code-wrong'
  | 'issuer-over'
  | 'issuer-issued-already'
  | 'issuer-roll-used-up'
  | 'issuer-opening-unproved'
  | 'issuer-opening-foreign'
  | 'issuer-log-rewritten'
  | 'issuer-log-another'
  | 'issuer-organization-silent'
  | 'issuer-list-unreadable'
  | 'issuer-list-without-members'
  | 'issuer-list-line-unfit'
  | 'issuer-list-member-twice'
  | 'issuer-folder-none'
  | 'issuer-folder-taken'
  | 'issuer-address-wrong'
  | 'issuer-name-unfit'

export const english: Sentences<IssuerCode> = {
  'issuer-nothing-here': () => 'There is nothing here. An issuer answers the page of a secret vote.',
  'issuer-throttled': ({ minutes }) =>
    `Too many wrong codes came from your network. Try again in ${sayCount(minutes, { one: 'minute', other: 'minutes' })}.`,
  'issuer-vote-unknown': () =>
    'This issuer does not know of this vote, or has no key in it. Try again in a minute; if it stays so, tell whoever runs the issuer.',
  'issuer-code-wrong': () =>
    'This is not your code at this issuer. Look for a mistyped letter; each issuer has given you another code. If you have none, ask whoever runs the issuer.',
  'issuer-over': ({ until }) => `This issuer gave out keys until ${sayMoment(until)}, and gives out no more.`,
  'issuer-issued-already': () =>
    'This issuer has signed a key of yours in this vote, made from another slip. Go on with the twelve words of that slip. If it was not you who asked, tell whoever runs the issuer: somebody has used your code.',
  'issuer-roll-used-up': ({ roll }) =>
    `This issuer has signed ${sayNumber(roll)} keys, as many as members stand on the roll, and signs no more. Tell whoever runs it: somebody has a key who should have none.`,
  'issuer-opening-unproved': ({ why }) =>
    `The entry that opens this vote is not proved to stand in the record that this issuer trusts. ${say(why)}`,
  'issuer-opening-foreign': ({ entry }) => `Entry ${say(entry)} opens no vote with a key of this issuer.`,
  'issuer-log-rewritten': ({ size, before }) =>
    `The record of now (${sayNumber(size)} entries) does not go on from the one that this issuer has seen (${sayNumber(before)} entries). Nothing is signed; tell the members, and keep this folder as it is.`,
  'issuer-log-another': ({ found, trusted }) =>
    `The organization’s record is ${say(found)}, and this issuer trusts ${say(trusted)}. If it was restored from a backup and members know of it, run plenum issuer init --again.`,
  'issuer-organization-silent': ({ address, why }) =>
    `${say(address)} does not answer as an organization does: ${say(why)}`,
  'issuer-list-unreadable': ({ line }) =>
    `Line ${say(line)} of the list is no text. Save it as CSV in UTF-8.`,
  'issuer-list-without-members': () =>
    'The first line has to name the columns, and one of them has to be “member”: the id of each member, such as m-0123456789ab.',
  'issuer-list-line-unfit': ({ line, found }) =>
    `Line ${say(line)}: “${say(found)}” is no id of a member. It begins with m- and has twelve letters or digits after it.`,
  'issuer-list-member-twice': ({ line, member }) =>
    `Line ${say(line)}: ${say(member)} stands in the list twice.`,
  'issuer-folder-none': ({ folder }) =>
    `There is no issuer in ${say(folder)}. Make one there with plenum issuer init, or name its folder with --data.`,
  'issuer-folder-taken': ({ folder }) =>
    `There is an issuer in ${say(folder)} already. With --again it takes up what the organization’s record is now; its name and lasting key stay.`,
  'issuer-address-wrong': ({ address }) =>
    `${say(address)} is no address. It is protocol and host only, such as https://issuer.example.`,
  'issuer-name-unfit': () => 'The name of an issuer has from 1 to 100 letters.',
}
