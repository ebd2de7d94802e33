import { z } from 'zod'
import type { Json } from '#kernel/canonical'

const at = z.number()

/** What a mail in the outbox is about. Ids and moments; the words are made when it goes. */
const shape = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('weekly'), after: at, until: at }),
  z.strictObject({ about: z.literal('urgent') }),
  z.strictObject({
    about: z.literal('standing'),
    what: z.enum(['notice', 'lapsed', 'mended', 'admitted', 'refused']),
    until: at.nullable(),
  }),
  z.strictObject({ about: z.literal('mandate'), mandate: z.string() }),
  // `id` is the election, the petition for a recall, or the motion that binds.
  z.strictObject({
    about: z.literal('office'),
    what: z.enum(['nominated', 'petition', 'seed', 'bound']),
    id: z.string(),
  }),
  // Neither which case nor until when: whoever finds it in the queue learns no more than that there is one.
  z.strictObject({ about: z.literal('case'), what: z.enum(['waits', 'over']) }),
  z.strictObject({
    about: z.literal('panel'),
    what: z.enum(['seat', 'commit', 'open']),
    id: z.string(),
    until: at,
  }),
  z.strictObject({
    about: z.literal('account'),
    what: z.enum([
      'password',
      'passkey',
      'factor',
      'token',
      'recovery',
      'recovered',
      'device',
      'device-revoked',
    ]),
  }),
  // A member was marked at a polling session of a secret vote, or has taken a paper there.
  z.strictObject({ about: z.literal('polling'), vote: z.string(), way: z.enum(['screen', 'paper']) }),
  // By the key of the text.
  z.strictObject({ about: z.literal('text'), key: z.string() }),
  z.strictObject({ about: z.literal('invitation'), link: z.string() }),
  z.strictObject({ about: z.literal('webhook') }),
  z.strictObject({ about: z.literal('test'), address: z.string() }),
])

export type MailPayload = z.infer<typeof shape>

/** The payload of an item; undefined where it is emptied already. */
export function parseMailPayload(payload: Json): MailPayload | undefined {
  return payload === null ? undefined : shape.parse(payload)
}

/** Whether what the mail says must be seen by nobody but its reader. */
export function isSecret({ about }: MailPayload): boolean {
  return about === 'invitation' || about === 'account' || about === 'polling' || about === 'case'
}
