import { fromBase64 } from '#kernel/bytes'
import { canonical, type Json } from '#kernel/canonical'
import { derivedUuid, isUuid, momentOf } from '#kernel/ids'
import { DAY, HOUR, type Instant } from '#kernel/instant'
import { hashSalted } from '#modules/record/core'

/** A field of a form, as it is sent. */
export interface SentField {
  readonly name: string
  readonly value: string
  /** Whether the member typed or chose it: then it has to be in what is signed. */
  readonly filled: boolean
}

/** What a form sends, and what this browser knows of whoever sends it. */
export interface Sent {
  readonly type: string
  readonly by: string
  readonly id: string
  readonly salt: string
  /** The address of the page and of the form's action. */
  readonly addresses: readonly string[]
  readonly fields: readonly SentField[]
  /** What time it is; a demonstration has a time of its own. */
  readonly now: Instant
}

/**
 * Whether a text that a server wants signed says what the form says. `wrong`: it is another act, or another member's. `unsure`: something
 * that was filled in does not stand in it, or something stands in it that was not filled in.
 */
export function agreement(text: string, sent: Sent): 'agrees' | 'unsure' | 'wrong' {
  const act = parse(text)
  if (act?.['type'] !== sent.type || act['by'] !== sent.by || act['id'] !== sent.id) return 'wrong'
  const made = momentOf(sent.id)
  // A time to come would let the signature hold for longer than a day from now.
  if (made === undefined || Math.abs(sent.now - made) > DAY + HOUR) return 'wrong'
  const body = act['body']
  // In which order candidates stand, no rule here can tell from the numbers beside them.
  if (body === undefined || sent.type === 'ballot.rank') return 'unsure'
  const leaves = leavesOf(body)
  const known = knownOf(sent)
  const isExplained = leaves.every((leaf) => explains(known, sent, leaf))
  const isWhole = sent.fields.every((field) => !field.filled || standsIn(field, leaves, sent))
  return isExplained && isWhole && hasChoices(body, sent) ? 'agrees' : 'unsure'
}

type Fields = Readonly<Record<string, Json>>

const KEYS = ['body', 'by', 'id', 'origin', 'type', 'unit']

/** The act in the text; undefined where it is not the one way of writing one. */
function parse(text: string): Fields | undefined {
  try {
    const act = JSON.parse(text) as Json
    if (typeof act !== 'object' || act === null || Array.isArray(act) || canonical(act) !== text)
      return undefined
    return Object.keys(act).sort().join() === KEYS.join() ? (act as Fields) : undefined
  } catch {
    return undefined
  }
}

/** A value at an end of the body, under the key that it stands under; a text beside the record is one, by its hash. */
interface Leaf {
  readonly key: string
  readonly value: string | number | boolean
  readonly isHash: boolean
}

function leavesOf(value: Json, key = ''): readonly Leaf[] {
  if (value === null) return []
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((each) => leavesOf(each, key))
  if (typeof value !== 'object') return [{ key, value: value, isHash: false }]
  const { hash } = value as Fields
  if (typeof hash === 'string') return [{ key, value: hash, isHash: true }]
  return Object.entries(value).flatMap(([name, each]) => leavesOf(each, name))
}

/** Fields that steer the form, or prove who sends it. */
function isOfTheForm({ name }: SentField): boolean {
  return /^(act|salt|form|sig|code|confirmed|part)$/.test(name) || name.startsWith('password')
}

/** One space for any, so that a text is found however its lines are broken. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function partsOf(value: string): readonly string[] {
  const blocks = value
    .split(/\n\s*\n/)
    .map(plain)
    .filter((block) => block !== '')
  return blocks.length === 0 ? [] : [plain(value), ...blocks, ...value.split('\n').map(plain)]
}

function knownOf({ fields, by, addresses }: Sent): {
  readonly texts: ReadonlySet<string>
  readonly ids: string
} {
  const said = fields.filter((field) => !isOfTheForm(field))
  return {
    texts: new Set([by, ...said.flatMap(({ value }) => partsOf(value))]),
    ids: [...addresses, ...said.map(({ name }) => name)].join('\n'),
  }
}

function explains(known: ReturnType<typeof knownOf>, sent: Sent, { key, value, isHash }: Leaf): boolean {
  if (isHash) return sent.fields.some((field) => hashOf(field, sent) === value)
  if (typeof value === 'boolean') return !value || sent.fields.some((field) => saysYes(field, key))
  if (known.texts.has(plain(String(value)))) return true
  if (typeof value === 'number') return false
  const isId = isUuid(value) || /^m-[0-9a-z]{12}$/.test(value)
  return key === 'kind' || (isId && (known.ids.includes(value) || isOwn(value, sent.id)))
}

/** What forms make new ids for, out of the act's own. */
const NEW_THINGS = [
  ...['amendment', 'mandate', 'motion', 'office', 'petition', 'proposal', 'rationale', 'report', 'root'],
  ...['session', 'speech', 'tendency', 'unit'],
]
const MOST_CLAUSES = 200

function isOwn(id: string, act: string): boolean {
  if (NEW_THINGS.some((thing) => derivedUuid(act, thing) === id)) return true
  for (let n = 0; n < MOST_CLAUSES; n++) if (derivedUuid(act, 'clause', n) === id) return true
  return false
}

function hashOf({ value }: SentField, { salt }: Sent): string | undefined {
  const bytes = fromBase64(salt)
  return value === '' || bytes?.length !== 16 ? undefined : hashSalted(bytes, value)
}

/** Whether a field says yes to what stands under this key. */
function saysYes({ name, value }: SentField, key: string): boolean {
  return name.split('.').at(-1) === key && value !== '' && value !== 'no'
}

function standsIn(field: SentField, leaves: readonly Leaf[], sent: Sent): boolean {
  if (isOfTheForm(field) || field.value === '') return true
  // What a member calls a device stands beside the record.
  if (sent.type === 'device.register' && field.name === 'name') return true
  const values = new Set(leaves.map(({ value }) => plain(String(value))))
  const [whole, ...blocks] = [plain(field.value), ...field.value.split(/\n\s*\n/).map(plain)]
  return (
    values.has(whole) ||
    blocks.every((block) => block === '' || values.has(block)) ||
    leaves.some(({ isHash, value }) => isHash && value === hashOf(field, sent)) ||
    leaves.some(({ key, value }) => value === true && saysYes(field, key))
  )
}

/** Where a ballot answers several questions, each answer stands at its own. */
function hasChoices(body: Json, { fields }: Sent): boolean {
  const { choices } = body as Fields
  if (choices === undefined) return true
  const answers = fields.flatMap(({ name, value }) => {
    const [, at] = /^choice-?(\d*)$/.exec(name) ?? []
    return at === undefined ? [] : [{ at: Number(at), value }]
  })
  const inOrder = answers.sort((a, b) => a.at - b.at).map(({ value }) => value)
  return canonical(choices) === canonical(inOrder)
}
