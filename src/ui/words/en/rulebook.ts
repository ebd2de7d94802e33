import type { DescribedRules } from '#modules/rulebook/core'

export const TOPIC_NAMES: Readonly<Record<DescribedRules['topic'], string>> = {
  motions: 'Motions and amendments',
  votes: 'Votes',
  meetings: 'Meetings',
  members: 'Members',
  offices: 'Offices',
}

export const rulebook = {
  title: 'Rules',
  lead: 'The rules by which we debate, vote and admit. Each unit can have its own, within the bounds that the unit above it sets, and never below the floors.',
  floors: 'The floors',
  floorsLead:
    'No vote can go below these, whatever its majority: they stand in the program that runs this site, and in what any member checks the record with.',
  forWhole: 'For the whole organization',
  forUnit: (unit: string) => `For ${unit}`,
  own: 'Units with rules of their own',
  allInherit: 'No unit has adopted rules of its own: the rules above hold for all of them.',
  inherited: 'All other units follow the nearest unit above them.',
  version: (number: number) => `Version ${number}`,
  adoptedBy: 'adopted in',
  adopted: 'Adopted',
  by: 'by',
  entry: (seq: number) => `entry ${seq}`,
  propose: 'Propose other rules',
  text: 'What they say',
  versions: 'All versions',
  versionTitle: (unit: string, version: number) => `Rules of ${unit}, version ${version}`,
  superseded: 'These rules are no longer in force.',
  inForceNow: 'These rules are in force.',
  bounds: 'What units below may set',
  boundsLead: 'Units below may adopt rules of their own within these bounds.',
  pinned:
    'A motion keeps the rules that were in force when its debate opened, so that nobody changes a quorum in mid-vote.',
  changed: 'What it changed',
  fields: {
    name: 'Name of these rules',
    least: (bound: string | number) => `At least ${bound}.`,
    most: (bound: string | number) => `At most ${bound}.`,
    half: 'At most half the debate.',
    fraction: 'A fraction such as 2/3.',
    share: 'Share of yes votes',
    more: 'Needed is',
    atLeast: 'at least this share',
    moreThan: 'more than this share',
    of: 'of',
    majorityRange: (least: string, most: string) => `From ${least} to ${most}.`,
    bounds: 'Bounds for the units below',
    boundsLead: 'No laxer than the bounds this unit has itself.',
    elections: 'Elections and recall',
    vacancies: {
      countback: 'from the same ballots, counted without whoever left',
      'by-election': 'by another election',
    },
    ballots: 'Secret ballots',
    ballotsLead:
      'What is put to the vote of members can be voted on in secret. Delegates always vote openly.',
    secrecies: { open: 'open: who voted how is seen after the close', secret: 'secret' },
    participations: {
      named: 'by name',
      committed: 'by number; each can check what is said of themselves',
    },
    emptyForNone: {
      keysFirst: 'Left empty, keys are given out while the vote is open.',
      ranksMost: 'Left empty, every candidate can be ranked.',
    },
    tendencies: 'Tendencies',
    tendenciesLead: 'No rules ask for more than the floors, or end a tendency sooner.',
    discipline: 'Charges and measures',
    disciplineLead: 'The only way to suspend or expel. Floors hold for all of these, whoever votes for less.',
    signatures: 'Signatures of devices',
    signaturesLead:
      'Members can register a device, which then signs what they enter: so nobody, the operator of the server included, can enter it in their name. It needs JavaScript. What every member may do can never depend on it; for these acts of office it can be demanded.',
    signatureNeeds: { no: 'also without a signature', yes: 'only when signed by a device' },
    directory: 'What members see of those who live here',
    directoryHint:
      'On pages and in searches. Whoever acts in the open is named beside it, and whoever keeps the roll sees all. The record tells everybody’s unit by their number, without a name, whatever is chosen here.',
    directories: {
      places: 'names, homes and standing',
      names: 'names; homes and standing only where a unit is shared',
      'own-units': 'names only where a unit is shared',
    },
  },
}
