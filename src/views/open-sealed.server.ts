import type { viewCase } from './view-case.server.ts'
import type { viewComplaint } from './view-complaint.server.ts'
import { plenum } from './plenum.server.ts'
import { whoIs } from './who.server.ts'

type SealedCase = NonNullable<NonNullable<ReturnType<typeof viewCase>>['sealed']>

/** The sealed part as this reader may read it, with names and texts. */
export async function openSealed(id: string, sealed: SealedCase | null) {
  if (sealed === null) return null
  const { charged, code, charging, signed, witnesses, statements, findings, dissents, facts, deed } = sealed
  const hashes = [
    ...(facts === null ? [] : [facts]),
    ...statements.map(({ text }) => text),
    ...findings.map(({ reasons }) => reasons),
    ...dissents.map(({ reasons }) => reasons),
  ]
  const [texts, who] = await Promise.all([
    plenum().sealed.texts(id, hashes),
    whoIs([
      ...(charged === null ? [] : [charged]),
      ...charging,
      ...witnesses.map(({ member }) => member),
      ...findings.flatMap(({ by, agreed }) => [by, ...agreed]),
      ...dissents.map(({ by }) => by),
    ]),
  ])
  const text = (hash: string): string => texts.get(hash) ?? ''
  return {
    charged: charged === null ? null : who(charged),
    code,
    charging: charging.map((member) => ({ ...who(member), signed: signed.includes(member) })),
    deed,
    facts: facts === null ? null : text(facts),
    witnesses: witnesses.map(({ member, side }) => ({ ...who(member), side })),
    statements: statements.map(({ text: hash, ...said }) => ({ ...said, text: text(hash) })),
    findings: findings.map(({ by, reasons, agreed, ...each }) => ({
      ...each,
      by: who(by),
      reasons: text(reasons),
      agreed: agreed.map(who),
    })),
    dissents: dissents.map(({ by, reasons, at }) => ({ by: who(by), text: text(reasons), at })),
  }
}

/** What was said of a protective measure, with its texts. */
export async function openSaid<Said extends { readonly text: string }>(
  id: string,
  said: readonly Said[],
): Promise<readonly Said[]> {
  const texts = await plenum().sealed.texts(
    id,
    said.map(({ text }) => text),
  )
  return said.map((each) => ({ ...each, text: texts.get(each.text) ?? '' }))
}

/** A complaint as whom it concerns may read it, with names and texts; a text that is not there any more is null. */
export async function openComplaint(view: NonNullable<ReturnType<typeof viewComplaint>>) {
  const { people, complainant, about, representative, persons, texts: written, ...rest } = view
  const hashes = written.map(({ text }) => text)
  const [who, texts] = await Promise.all([whoIs(people), plenum().sealed.texts(view.id, hashes)])
  return {
    ...rest,
    ...{ complainant: who(complainant), about: who(about), persons: persons.map(who) },
    representative: representative === null ? null : who(representative),
    texts: written.map(({ by, text, at }) => ({ by: who(by), at, text: texts.get(text) ?? null })),
  }
}
