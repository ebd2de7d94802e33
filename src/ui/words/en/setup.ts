import type { PresetName } from '#modules/rulebook/core'
import { count } from './common.ts'

export const presets: Readonly<Record<PresetName, { readonly name: string; readonly for: string }>> = {
  'reading-group': {
    name: 'Reading group',
    for: 'For a few people who know each other, from eight or so on.',
  },
  branch: { name: 'Branch', for: 'For some dozens to some hundreds of members in one place.' },
  federation: { name: 'Federation', for: 'For several branches with thousands of members.' },
}

export const setup = {
  title: 'Set up the organization',
  over: 'Set up',
  codeNeeded: 'This page needs the code that Plenum printed on the console when it was started.',
  code: {
    lead: 'Plenum printed a code on the console when it was started. Whoever has it sets up the organization.',
    label: 'Code',
    submit: 'Go on',
  },
  over4:
    'The organization is founded and its founding is ratified. The code has ended; everything else is decided by members.',
  home: 'Go to the first page',
  steps: {
    found: '1. Name and rules',
    members: '2. First members',
    invitations: '3. Invitations',
    founding: '4. The founding',
  },
  found: {
    lead: 'Give the organization its name and a set of rules to begin with. Members can change both later, by motion. Nothing binds anybody before the members themselves have ratified it.',
    name: 'Name of the organization',
    rules: 'Rules to begin with',
    submit: 'Found the organization',
    done: (name: string, rules: string) => `“${name}” is founded, with the rules “${rules}”.`,
  },
  members: {
    lead: 'Bring the first members onto the founding roll from a list. You see what it comes to before anything is entered.',
    none: 'Nobody is on the founding roll yet.',
    some: (members: number, places: number) =>
      `${count(members, 'person is', 'people are')} on the founding roll, in ${count(places, 'place', 'places')}.`,
    import: 'Bring in a list',
    importMore: 'Bring in another list',
    roll: 'See the founding roll',
  },
  invitations: {
    lead: 'Everybody chooses a password through a link of their own. Give the organizers theirs first: they put the founding to the members.',
    open: 'Make invitation links',
  },
  founding: {
    lead: 'An organizer, signed in, puts the founding to the members: they debate the roll, the rules and points of unity if there are any, and vote on them.',
    open: 'Put the founding to the members',
    before: 'The founding is before the members. Until they have voted, roll and places stay as they are.',
    motion: 'Go to the founding motion',
    waits: 'Once the members have ratified it, this page ends.',
  },
  closed: 'The founding is before the members, or ratified: roll and places stay as they are.',
}

export const roll = {
  title: 'The founding roll',
  lead: 'Whoever is struck off here was never a member; what was held about them is deleted. Until the founding is put to the members, anybody can be brought in again.',
  search: 'Name or address',
  organizer: 'organizer',
  hasPassword: 'has a password',
  noPassword: 'no password yet',
  strike: 'Strike off',
  strikeName: (name: string) => `Strike off the founding roll: ${name}`,
  link: 'Make a link',
  linkName: (name: string) => `Make a link for ${name}`,
  empty: 'Nobody on the founding roll fits.',
}

export const founding = {
  title: 'Put the founding to the members',
  lead: 'With this motion the people on the founding roll become the members of the organization, under its rules. It opens a debate at once.',
  what: 'What happens then',
  debate: (until: string) =>
    `Everybody on the founding roll debates it for ${until}, and may propose amendments.`,
  vote: (time: string) => `Then the vote is open for ${time}.`,
  quorum: (share: string, needed: number) =>
    `It counts when ${share} of the roll takes part: ${count(needed, 'person', 'people')} as the roll stands.`,
  majority: (majority: string) =>
    `It is adopted by ${majority}. If it is not, you can change roll and text and put it to them again.`,
  duty: (days: number) =>
    `Once it is adopted, the organizers keep the roll for ${days} days at most; then the members elect whom they want.`,
  organizersOnly: 'Only an organizer on the founding roll puts the founding to the members.',
  kind: 'What is ratified',
  withPoints: 'Points of unity, the roll and the rules',
  withPointsHint: 'Each paragraph below becomes one point of unity: what members accept on joining.',
  without: 'The roll and the rules only',
  withoutHint: 'Points of unity can be adopted by motion later.',
  points: 'Points of unity',
  pointsHint: 'One a paragraph, with an empty line between two. Short ones last longest.',
  submit: 'Put it to the members',
  motionTitle: 'Founding',
  standing: 'We ratify the roll and the rules of this organization.',
  roll: (members: number) => `${count(members, 'person is', 'people are')} on the founding roll.`,
}
