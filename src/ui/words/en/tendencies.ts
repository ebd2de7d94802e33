import type { Platform, Tendency } from '#modules/tendencies/core'
import { count } from './common.ts'

type Stage = Tendency['stage']

export const tendencies = {
  title: 'Tendencies',
  lead: 'Members who want the program to be another one can unite by a platform and say so together. No majority can end, rename or hide a tendency, and nothing that a platform says is ever an offence.',
  none: 'There is no tendency yet. A few members are enough to form one.',
  found: 'Found a tendency',
  foundLead: (needed: number) =>
    `Say what you stand for: of each point of the program whether you affirm it, would change or strike it, and what you would add. Others sign; it stands once ${count(needed, 'member has', 'members have')} signed, you among them.`,
  unit: 'Unit',
  name: 'Name of the tendency',
  stance: 'Stance',
  standsFor: 'Under the name of',
  underName: 'Under whose name',
  noName: 'Only my own',
  since: 'since',
  platform: 'Platform',
  against: 'Its platform, held against the program as it stands',
  kept: 'The texts of a platform stay in the record for good, with the names of no members in them unless you write them.',
  stances: {
    affirm: 'Affirms',
    change: 'Would change',
    strike: 'Would strike',
    own: 'Would add',
  } satisfies Record<Platform[number]['stance'], string>,
  choose: {
    none: 'No stance',
    affirm: 'Affirm it',
    change: 'Change it to the text below',
    strike: 'Strike it',
  },
  wording: 'Wording that it should have',
  ownPoint: (number: number) => `A point of your own, ${number}`,
  ownWording: 'What it says',
  rationale: 'Why',
  salience: 'How much it matters',
  saliences: ['hardly', 'a little', 'much', 'very much', 'above all'],
  matters: (salience: number) => `${salience} of 5`,
  struck: 'The point was struck since.',
  stage: (stage: Stage) => {
    if (stage.kind === 'forming') return 'Forming'
    if (stage.kind === 'standing') return 'Stands'
    return stage.kind === 'below' ? 'Has too few signatories' : ENDED[stage.why]
  },
  until: 'Must have enough signatories by',
  signatories: 'Signatories',
  has: (found: number, needed: number) =>
    `${count(found, 'signatory', 'signatories')}; it needs ${needed}. No rule can ask for more than three members or a fiftieth of the roll, whichever is more.`,
  unlistedChoice: 'Do not list who signs',
  unlistedHint:
    'Others see that you founded it and how many have signed, and not who. Whoever speaks, stands or reports under its name shows by it that they have signed. It stays so.',
  unlisted: 'This tendency does not list who signed: others see how many they are.',
  unlistedWithin: 'Only those who signed, and whoever runs the server, see who signed.',
  unlistedSign:
    'The record shows that somebody signed, and not who. Whoever runs the server can see it; and as the record does not name you, no device of yours can sign for it.',
  unlistedPropose: 'Members see who proposes a change. Who agrees is seen by nobody but those who signed.',
  unlistedSeats: 'They are not told, as they would tell who signed.',
  waiting: 'Signed, and waiting to be taken in',
  waitingLead:
    'Whoever signs is taken in by a signatory: or a majority could sign a tendency full and end it.',
  isWaiting: 'You have signed; a signatory can take you in.',
  sign: 'Sign the platform',
  take: (name: string) => `Take in ${name}`,
  leave: 'Leave the tendency',
  takeBack: 'Take my signature back',
  decisions: 'What is put to the signatories',
  decisionsLead: 'A change holds once more than half of the signatories agree.',
  kinds: { platform: 'Another platform', name: 'Another name', end: 'To end the tendency' },
  agreed: (found: number, needed: number) => `${found} of ${needed} agree`,
  holds: 'Agreed',
  agree: 'Agree',
  proposeName: 'Propose another name',
  newName: 'New name',
  proposeEnd: 'Propose to end it',
  proposePlatform: 'Propose another platform',
  record: 'Its record',
  motions: 'Motions',
  noMotions: 'Nothing was said, amended or reported under its name yet.',
  spoke: 'It spoke beside it on',
  reported: (n: number) => `${count(n, 'minority report', 'minority reports')} under its name`,
  elections: 'Elections',
  noElections: 'Nobody has stood under its name yet.',
  stood: (n: number, seats: number) =>
    `${count(n, 'member stood', 'members stood')} for ${count(seats, 'seat', 'seats')} under its name.`,
  votes: (first: number, ballots: number) =>
    `${first} of ${count(ballots, 'ballot', 'ballots')} put one of them first.`,
  won: (won: number, seats: number) => `It won ${won} of ${count(seats, 'seat', 'seats')}.`,
  seats: 'Offices that its signatories hold',
  noSeats: 'None.',
  beside: 'What tendencies say',
  besideLead: 'Each has the same space; they stand in the order in which they formed.',
  speak: (name: string) => `What ${name} says`,
  state: 'Say it',
}

const ENDED: Readonly<Record<Extract<Stage, { kind: 'ended' }>['why'], string>> = {
  'never-formed': 'Lapsed: it never had enough signatories',
  'own-decision': 'Ended by its own decision',
  'too-few': 'Ended: it had too few signatories for too long',
}
