import type { Json } from '#kernel/canonical'
import { fieldOf } from '#kernel/canonical'
import type { KeptEntry } from '#modules/record/core'
import { ownRules } from '#modules/rulebook/core'
import type { Document, TextSource } from '#modules/search/core'
import type { Unit } from '#modules/units/core'
import type { Org } from './core/index.ts'

/** Where something stands, and what is found in it. */
type Draft = Pick<Document, 'kind' | 'id' | 'about' | 'source'> & { readonly open?: boolean }

/**
 * What an entry makes findable, or findable anew. Acts tell which things they touched; what is read of motions, points,
 * rules and units is how they stand now, so that an index made anew comes to the same. Held texts and names go in by reference.
 */
export function documentsOf(org: Org, entry: KeptEntry): readonly Document[] {
  const { body, type, seq, at, unit } = entry
  if (body === undefined) return []
  const drafts = DRAFTS[type]?.(org, body, seq) ?? []
  return drafts.map((draft) => ({ unit, seq, at, open: false, ...draft }))
}

const DRAFTS: Readonly<Record<string, (org: Org, body: Json, seq: number) => readonly Draft[]>> = {
  'organization.found': (org, body, seq) => [...unitDrafts(org, text(body, 'root')), ...ruleDrafts(org, seq)],
  'founding.place': (org, body) => unitDrafts(org, text(body, 'unit')),
  'founding.member': (_org, body) => [person(text(body, 'member'))],
  'member.apply': (_org, body) => [person(text(body, 'member'))],
  'motion.propose': (org, body) => motionDrafts(org, text(body, 'motion')),
  'meeting.decide': (org, body) => motionDrafts(org, text(body, 'motion')),
  'amendment.propose': (org, body) => amendmentDrafts(org, text(body, 'amendment'), heldIn(body, 'reason')),
  'speech.give': (_org, body) =>
    held('speech', text(body, 'speech'), text(body, 'motion'), heldIn(body, 'text')),
  'rationale.add': (_org, body) =>
    held('rationale', text(body, 'rationale'), text(body, 'point'), heldIn(body, 'text')),
  'report.file': (_org, body) => [
    {
      kind: 'report',
      id: text(body, 'report'),
      about: text(body, 'motion'),
      source: { from: 'record', title: '', text: text(body, 'text') },
    },
  ],
  'vote.close': (org, body, seq) => voteDrafts(org, text(body, 'vote'), seq),
}

/** A vote may have changed the text of its motion, and what its motion carries out: points, rules, units. */
function voteDrafts(org: Org, vote: string, seq: number): readonly Draft[] {
  const motion = org.motions.motions.get(org.voting.votes.get(vote)?.subject.id ?? '')
  if (motion === undefined) return []
  const { kind } = motion.enactment
  return [
    ...motionDrafts(org, motion.id),
    ...pointDrafts(org, seq),
    ...(kind === 'rules.adopt' ? ruleDrafts(org, seq) : []),
    ...(kind.startsWith('unit.') ? unitsAround(org, motion.unit) : []),
  ]
}

function motionDrafts({ motions }: Org, id: string): readonly Draft[] {
  const motion = motions.motions.get(id)
  if (motion === undefined) return []
  const clauses = motion.clauses.map((clause) => clause.text).join('\n\n')
  return [{ kind: 'motion', id, about: id, source: { from: 'record', title: motion.title, text: clauses } }]
}

/** What an amendment would write, and why: the reason is held, so it is a document of its own that can go. */
function amendmentDrafts({ motions }: Org, id: string, reason: string | undefined): readonly Draft[] {
  const amendment = motions.amendments.get(id)
  if (amendment === undefined) return []
  const about = amendment.motion
  const written = amendment.changes.flatMap((change) => ('text' in change ? change.text : []))
  const source: TextSource = { from: 'record', title: '', text: written.join('\n\n') }
  return [{ kind: 'amendment', id, about, source }, ...held('amendment', `${id} reason`, about, reason)]
}

/** The points that this entry wrote last. Those of the whole are open to the world, as the program's page is. */
function pointDrafts({ program }: Org, seq: number): readonly Draft[] {
  return program.order.values().flatMap<Draft>((id) => {
    const point = program.points.get(id)
    if (point === undefined || program.history.get(id)?.at(-1)?.seq !== seq) return []
    const clauses = point.clauses.map((clause) => clause.text).join('\n\n')
    const source: TextSource = { from: 'record', title: '', text: clauses }
    return [{ kind: 'point', id, about: id, open: true, source }]
  })
}

/** The rule sets in force that this entry adopted, by their names. */
function ruleDrafts({ rulebook }: Org, seq: number): readonly Draft[] {
  return [...rulebook.versions.keys()].flatMap<Draft>((unit) => {
    const own = ownRules(rulebook, unit)
    if (own?.seq !== seq) return []
    const source: TextSource = { from: 'record', title: own.rules.name, text: '' }
    return [{ kind: 'rules', id: unit, about: unit, source }]
  })
}

function unitsAround({ units }: Org, unit: string): readonly Draft[] {
  return [...units.units.values()].filter(({ id, parent }) => id === unit || parent === unit).map(unitDraft)
}

function unitDrafts({ units }: Org, id: string): readonly Draft[] {
  const unit = units.units.get(id)
  return unit === undefined ? [] : [unitDraft(unit)]
}

function unitDraft({ id, name }: Unit): Draft {
  return { kind: 'unit', id, about: id, source: { from: 'record', title: name, text: '' } }
}

function person(member: string): Draft {
  return { kind: 'member', id: member, about: member, source: { from: 'person', member } }
}

function held(kind: Document['kind'], id: string, about: string, hash: string | undefined): readonly Draft[] {
  return hash === undefined ? [] : [{ kind, id, about, source: { from: 'held', hash } }]
}

function heldIn(body: Json, field: string): string | undefined {
  const hash = fieldOf(fieldOf(body, field), 'hash')
  return typeof hash === 'string' ? hash : undefined
}

function text(body: Json, field: string): string {
  const value = fieldOf(body, field)
  return typeof value === 'string' ? value : ''
}
