import { isRefusal } from '#kernel/refusal'
import type { Instant } from '#kernel/instant'
import { appealAgainst } from '#modules/appeals/core'
import { holdsDuty } from '#modules/delegates/core'
import { idAt, indexOf } from '#modules/members/core'
import {
  conductBefore,
  findText,
  standingHiding,
  type Hiding,
  type Marked,
  type TextRef,
} from '#modules/moderation/core'
import { isListed } from '#modules/tendencies/core'
import { unitsOf } from '#modules/voting/core'
import type { Org } from '#organization'
import type { Mark } from '#ui/moderation/mark.ts'
import { hrefOfText } from '#ui/moderation/text-href.ts'
import { SOME_ID, SOME_TEXT, whyNot } from './may.server.ts'
import { read } from './read.server.ts'
import { whoIs } from './who.server.ts'

/** Fewest signatories of a tendency for which a number of its own is told. */
const SMALLEST = 3

/** The marks of the texts on a page, with names: of those that nobody touched and this reader can do nothing to, null. */
export async function marksOf(
  event: { readonly locals: App.Locals },
  me: string,
  refs: readonly TextRef[],
): Promise<(ref: TextRef) => Mark | null> {
  const found = await read(event, (org) => refs.map((ref) => markOf(org, me, ref)))
  const who = await whoIs(found.flatMap((mark) => mark?.hiding?.by ?? []))
  const marks = new Map(
    found.flatMap((mark) =>
      mark === undefined
        ? []
        : [[mark.href, { ...mark, hiding: mark.hiding && { ...mark.hiding, by: who(mark.hiding.by) } }]],
    ),
  )
  return (ref) => marks.get(hrefOfText(ref)) ?? null
}

function markOf(org: Org, me: string, ref: TextRef) {
  const found = findText(org, ref)
  if (isRefusal(found)) return undefined
  const index = org.members.indices.get(me)
  const marked = org.moderation.marked.get(found.key)
  const isMine = found.author === index && marked?.own?.did !== 'erased'
  const may = isMine || (index !== undefined && holdsDuty(org, index, 'moderation', found.unit))
  const last = marked?.hidings.at(-1)
  if (!may && marked === undefined) return undefined
  const own = marked?.own ?? null
  return {
    href: hrefOfText(ref),
    may,
    own: own && { did: own.did, at: own.at },
    hiding: last === undefined ? null : hidingOf(org, last),
  }
}

function hidingOf(org: Org, { by, at, rule, reason, stage }: Hiding) {
  const conduct = org.moderation.conduct.get(rule.unit)?.find(({ version }) => version === rule.version)
  return {
    by: idAt(org.members, by),
    at,
    number: rule.number,
    rule: conduct?.rules[rule.number - 1]?.text ?? '',
    reason,
    restored: stage.kind === 'restored' ? { how: stage.how, at: stage.at } : null,
  }
}

/** One text: where it stands, what became of it, and what this reader can do. Undefined where there is none. */
export function viewText(org: Org, now: Instant, me: string, ref: TextRef) {
  const found = findText(org, ref)
  if (isRefusal(found)) return undefined
  const { key, unit, author, seq, held } = found
  const marked = org.moderation.marked.get(key)
  const conduct = conductBefore(org, unit, seq)
  const hiding = standingHiding(marked)
  const body = { ...ref, text: key }
  const rule = { unit: conduct?.unit ?? unit, version: conduct?.version ?? 1, number: 1 }
  const why = (type: string, more: object = {}): string | null =>
    whyNot(org, now, { by: me, type, unit, body: { ...body, ...more } })
  return {
    ref,
    key,
    held,
    text: held ? null : (org.motions.reports.get(ref.id)?.text ?? ''),
    unit: { id: unit, name: org.units.units.get(unit)?.name ?? unit },
    author: idAt(org.members, author),
    isMine: author === indexOf(org.members, me),
    seq,
    place: placeOf(org, ref),
    conduct: conduct === undefined ? null : { ...rule, rules: conduct.rules.map(({ text }) => text) },
    hiding: hiding === undefined ? null : { appealUntil: hiding.appealUntil },
    appeal: lastAppeal(org, marked),
    may: {
      hide: why('text.hide', { rule, reason: 'x' }),
      lift: why('text.lift'),
      withdraw: why('text.withdraw'),
      erase: why('text.erase'),
      appeal: why('hiding.appeal', { appeal: SOME_ID, reason: SOME_TEXT }),
    },
  }
}

function lastAppeal(org: Org, marked: Marked | undefined) {
  const last = marked?.hidings.at(-1)
  const appeal = last === undefined ? undefined : appealAgainst(org, last.seq)
  return appeal === undefined
    ? null
    : { panel: appeal.panel, stage: appeal.stage.kind, reason: appeal.reason }
}

/** The page on which a text stands. */
function placeOf(org: Org, { kind, about }: TextRef): { readonly href: string; readonly title: string } {
  const motion = org.motions.motions.get(about)
  if (motion !== undefined) return { href: `/motions/${about}`, title: motion.title }
  if (kind === 'rationale') return { href: `/program/${about}`, title: '' }
  if (kind === 'candidacy') {
    const office = org.elections.elections.get(about)?.office ?? ''
    return { href: `/elections/${about}`, title: org.elections.offices.get(office)?.title ?? '' }
  }
  if (kind === 'account')
    return { href: `/mandates/${about}`, title: org.delegates.mandates.get(about)?.office ?? '' }
  return { href: `/recalls/${about}`, title: '' }
}

/** All that was hidden, newest first, with numbers by moderator and by tendency, and the rules it was hidden under. */
export function viewModeration(org: Org, me: string) {
  const all = [...org.moderation.marked.values()]
    .flatMap((marked) => marked.hidings.map((hiding) => ({ marked, hiding })))
    .sort((a, b) => b.hiding.seq - a.hiding.seq)
  return {
    hidings: all.map(({ marked, hiding }) => ({
      ...hidingOf(org, hiding),
      seq: hiding.seq,
      href: hrefOfText(marked.ref),
      kind: marked.ref.kind,
      author: idAt(org.members, marked.author),
    })),
    byModerator: tally(all.map(({ hiding }) => [idAt(org.members, hiding.by), isRestored(hiding)] as const)),
    byTendency: tally(
      all.flatMap(({ marked, hiding }) =>
        tendenciesOf(org, marked.author).map((name) => [name, isRestored(hiding)] as const),
      ),
    ),
    moderators: [...org.delegates.mandates.values()]
      .filter(({ ended, duties }) => ended === null && duties.includes('moderation'))
      .map(({ holder, unit }) => ({
        holder: idAt(org.members, holder),
        unit: { id: unit, name: org.units.units.get(unit)?.name ?? unit },
      })),
    conduct: unitsOf(org, indexOf(org.members, me)).flatMap(({ id, name }) => {
      const last = org.moderation.conduct.get(id)?.at(-1)
      return last === undefined
        ? []
        : [{ unit: { id, name }, version: last.version, motion: last.motion, rules: last.rules }]
    }),
  }
}

function isRestored({ stage }: Hiding): boolean {
  return stage.kind === 'restored'
}

/** How many under each name, and how many of them were restored; most first. */
function tally(list: readonly (readonly [name: string, restored: boolean])[]) {
  const groups = Map.groupBy(list, ([name]) => name)
  return [...groups]
    .map(([name, some]) => ({
      name,
      hidden: some.length,
      restored: some.filter(([, restored]) => restored).length,
    }))
    .sort((a, b) => b.hidden - a.hidden)
}

/** Names of the tendencies under which an author is counted: of those that list their signatories; the empty name where there is none. */
function tendenciesOf(org: Org, author: number): readonly string[] {
  const names = [...org.tendencies.tendencies.values()]
    .filter((tendency) => isListed(tendency) && tendency.stage.kind !== 'ended')
    .filter(({ signatories }) => signatories.length >= SMALLEST)
    .filter(({ signatories }) => signatories.includes(author))
    .map(({ name }) => name)
  return names.length === 0 ? [''] : names
}
