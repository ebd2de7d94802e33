import { fieldOf, type Json } from '#kernel/canonical'
import { isRefusal } from '#kernel/refusal'
import { caseOfProtection, caseOfRound } from '#modules/discipline/core'
import { idAt, statusAt } from '#modules/members/core'
import { findText, TEXT_KINDS, type TextRef } from '#modules/moderation/core'
import { CLERK, NOBODY } from '#modules/record/core'
import type { Vote } from '#modules/voting/core'
import type { ActType, Org } from '#organization'
import type { Part, Told } from '#ui/told.ts'
import { acts } from '#ui/words/acts.ts'
import type { ActFacts } from '#ui/words/en/acts.ts'
import { record } from '#ui/words/record.ts'
import { hrefOfText } from '#ui/moderation/text-href.ts'
import { sightOf } from './directory.server.ts'
import { read } from './read.server.ts'
import { keeperOf } from './roll.server.ts'
import { whoIs } from './who.server.ts'

/** What a reader holds of an entry; without a body where that is closed to them. */
interface Readable {
  readonly by: string
  readonly type: string
  readonly unit: string | null
  readonly body?: Json | undefined
}

type Fields = Readonly<Record<string, Json>>

/**
 * An entry in a sentence. It says no more than its body says to this reader, and names nobody whom the rules keep from them: who
 * entered it stands beside every entry, whom it is about only where the reader may see them.
 */
export async function tellEntry(
  event: { readonly locals: App.Locals },
  me: string,
  entry: Readable,
): Promise<Told> {
  const fields = fieldsOf(entry.body)
  const about = await read(event, (org) => seenMember(org, me, entry.by, memberOf(org, fields ?? {})))
  const who = await whoIs([entry.by, ...(about === undefined ? [] : [about])])
  const name = (id: string): Part => ({ href: `/members/${id}`, text: who(id).name })
  const by = entry.by === CLERK ? record.clerk : entry.by === NOBODY ? acts.nobody : name(entry.by)
  const sentences: Readonly<Record<ActType, (facts: ActFacts) => Told>> = acts.sentences
  const byType: Readonly<Partial<Record<string, (facts: ActFacts) => Told>>> = sentences
  const sentence = byType[entry.type]
  if (fields === undefined || sentence === undefined)
    return acts.closed(by, record.types[entry.type] ?? entry.type)
  const people = { by, member: about === undefined ? acts.unknown.member : name(about) }
  return read(event, (org) => sentence({ ...people, ...factsOf(org, entry.unit, fields) }))
}

function fieldsOf(body: Json | undefined): Fields | undefined {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Fields) : undefined
}

/** The id that stands in a field, or a text that nothing has for its id. */
function idIn(fields: Fields, field: string): string {
  const id = fields[field]
  return typeof id === 'string' ? id : ''
}

/** Whom an entry is about: the member it names, or the holder of the mandate. */
function memberOf(org: Org, fields: Fields): string | undefined {
  const ref = textIn(fields)
  const found = ref === undefined ? undefined : findText(org, ref)
  if (found !== undefined && !isRefusal(found)) return idAt(org.members, found.author)
  const recall = org.elections.recalls.get(idIn(fields, 'petition'))
  const mandate = org.delegates.mandates.get(recall?.mandate ?? idIn(fields, 'mandate'))
  if (mandate !== undefined) return idAt(org.members, mandate.holder)
  return typeof fields['member'] === 'string' ? fields['member'] : undefined
}

/** The text that moderation or its author is about. */
function textIn(fields: Fields): TextRef | undefined {
  const kind = TEXT_KINDS.find((each) => each === fields['kind'])
  return kind === undefined || !('text' in fields)
    ? undefined
    : { kind, about: idIn(fields, 'about'), id: idIn(fields, 'id') }
}

function textPart(ref: TextRef | undefined): Part {
  return ref === undefined ? acts.unknown.text : { href: hrefOfText(ref), text: acts.texts[ref.kind] }
}

function seenMember(org: Org, me: string, by: string, member: string | undefined): string | undefined {
  if (member === undefined || member === by) return member
  const { indices } = org.members
  const [reader, index] = [indices.get(me), indices.get(member)]
  if (index === undefined || sightOf(org, reader)(index) === 'none') return undefined
  // Who was refused or struck off is named to nobody but whoever keeps their roll, here as on the list of members.
  const isKeptBack = ['refused', 'struck', 'expelled'].includes(statusAt(org.members, index))
  return isKeptBack && !keeperOf(org, reader ?? -1)(index) ? undefined : member
}

function factsOf(org: Org, unit: string | null, fields: Fields): Omit<ActFacts, 'by' | 'member'> {
  const vote = org.voting.votes.get(idIn(fields, 'vote'))
  const amendment = org.motions.amendments.get(idIn(fields, 'amendment'))
  const mandate = org.delegates.mandates.get(idIn(fields, 'mandate'))
  const report = org.motions.reports.get(idIn(fields, 'report'))
  const subject = deferredSubject(org, fields)
  const motion = subject ?? amendment?.motion ?? report?.motion ?? vote?.subject.id ?? idIn(fields, 'motion')
  const number = (field: string): number => Number(fields[field] ?? 0)
  return {
    motion: aboutElection(org, motion) ?? casePart(org, motion) ?? motionPart(org, motion),
    point: pointPart(org, idIn(fields, 'point')),
    unit: unitPart(org, unit ?? ''),
    home: unitPart(org, idIn(fields, 'home')),
    vote: vote === undefined ? (acts.votes['motion'] ?? '') : votePart(org, vote),
    result: vote === undefined ? '' : resultOf(org, vote),
    amendment: amendment === undefined ? acts.unknown.amendment : acts.amendment(amendment.number),
    name:
      issuersPart(org, fields) ??
      tendencyPart(org, idIn(fields, 'tendency')) ??
      panelPart(org, idIn(fields, 'panel')) ??
      casePart(org, idIn(fields, 'case')) ??
      complaintPart(org, idIn(fields, 'complaint')) ??
      idIn(fields, 'name'),
    office: officePart(org, fields) ?? mandate?.office ?? acts.unknown.office,
    text: textPart(textIn(fields)),
    side: fields['side'] === 'against' ? 'against' : 'for',
    law: number('law'),
    size: number(['size', 'seats', 'signatories'].find((field) => fields[field] !== undefined) ?? 'size'),
  }
}

/** What was to be voted on when a vote was put off; one that was to begin again is named by what it is about. */
function deferredSubject({ voting }: Org, { subject, lacking }: Fields): string | undefined {
  const id = fieldOf(subject ?? null, 'id')
  if (lacking === undefined || typeof id !== 'string') return undefined
  return voting.votes.get(id)?.subject.id ?? id
}

/** The issuers that an entry is about, by the names that members gave them. */
function issuersPart({ voting }: Org, { lacking, issuer }: Fields): string | undefined {
  if (Array.isArray(lacking)) return lacking.map(String).join(', ')
  if (typeof issuer !== 'string') return undefined
  const all = [...voting.issuers.namings.values()].flatMap(({ issuers }) => issuers)
  return all.find(({ key }) => key === issuer)?.name ?? issuer
}

function motionPart({ motions }: Org, id: string): Part {
  const motion = motions.motions.get(id)
  if (motion === undefined) return acts.unknown.motion
  return { href: `/motions/${id}`, text: acts.motion(motion.number, motion.title) }
}

/** The office that an election, or a petition for a recall, is about; a vote about one names it in place of a motion. */
function aboutElection({ elections, delegates }: Org, subject: string): Part | undefined {
  const office = elections.offices.get(elections.elections.get(subject)?.office ?? '')
  if (office !== undefined) return { href: `/elections/${subject}`, text: office.title }
  const recall = elections.recalls.get(subject)
  if (recall === undefined) return undefined
  const name = delegates.mandates.get(recall.mandate)?.office ?? acts.unknown.office
  return { href: `/recalls/${subject}`, text: name }
}

function officePart(org: Org, fields: Fields): Part | undefined {
  const office = org.elections.offices.get(idIn(fields, 'office'))
  if (office !== undefined) return { href: `/offices/${office.id}`, text: office.title }
  return aboutElection(org, idIn(fields, 'election')) ?? aboutElection(org, idIn(fields, 'petition'))
}

function tendencyPart({ tendencies }: Org, id: string): Part | undefined {
  const tendency = tendencies.tendencies.get(id)
  return tendency === undefined ? undefined : { href: `/tendencies/${id}`, text: tendency.name }
}

function complaintPart({ complaints }: Org, id: string): Part | undefined {
  return complaints.complaints.has(id) ? { href: `/complaints/${id}`, text: acts.complaint } : undefined
}

function panelPart({ panels }: Org, id: string): Part | undefined {
  return panels.panels.has(id) ? { href: `/panels/${id}`, text: acts.panel } : undefined
}

function casePart({ cases }: Org, id: string): Part | undefined {
  const found = caseOfRound({ cases }, id)
  return found === undefined ? undefined : { href: `/cases/${found.id}`, text: acts.case(found.number) }
}

function pointPart({ program }: Org, id: string): Part {
  const point = program.points.get(id)
  if (point === undefined) return acts.unknown.point
  return { href: `/program/${id}`, text: acts.point(point.kind, point.number) }
}

function unitPart({ units }: Org, id: string): Part {
  const unit = units.units.get(id)
  return unit === undefined ? acts.unknown.unit : { href: `/units/${id}`, text: unit.name }
}

function votePart(org: Org, { id, subject }: Vote): Part {
  const isProtection = subject.kind === 'case' && caseOfProtection(org, subject.id) !== undefined
  const text = acts.votes[isProtection ? 'protection' : subject.kind] ?? subject.kind
  return { href: `/votes/${id}`, text }
}

/** What a vote came to, in words. */
function resultOf({ motions }: Org, vote: Vote): string {
  if (vote.status === 'open') return ''
  const { results, taken } = acts
  if (vote.subject.kind === 'amendments') {
    const adopted = vote.items.filter(({ id }) => motions.amendments.get(id)?.stage.kind === 'adopted')
    return taken(adopted.length, vote.items.length)
  }
  if (vote.count !== undefined) return results[vote.count.outcome]
  const outcome = vote.results[0]?.outcome
  if (vote.subject.kind === 'review') return outcome === 'adopted' ? results.revoked : results.upheld
  if (outcome === 'no-quorum') return results['no-quorum']
  return outcome === 'adopted' ? results.adopted : results.rejected
}
