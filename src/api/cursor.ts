import { z } from 'zod'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { refuseToken } from '#modules/tokens/core'

/** How lists are asked for: so many, from where the page before ended. */
export const pageShape = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'How many at most.' }),
  cursor: z.string().max(200).optional().meta({
    description: 'The “next” of the page before. Without it the list begins.',
  }),
})

/** A page of a list: its items, and the cursor of the next page where there is one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item).readonly(),
    next: z.string().nullable().meta({ description: 'The cursor of the next page; null at the end.' }),
  })
}

/** Hides the place in a word, so that nobody builds on what it is made of. */
export function cursorAt(place: number): string {
  return Buffer.from(`p${place}`).toString('base64url')
}

/** The place that a cursor stands for; `start` where none was sent. */
export function placeIn(cursor: string | undefined, start: number): number | Refusal {
  if (cursor === undefined) return start
  const [, digits] = /^p(0|[1-9]\d{0,14})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
  return digits === undefined ? refuseToken('cursor-wrong') : Number(digits)
}

/** A page of a list that is at hand as a whole, and grows at its end or not at all while somebody pages. */
export function slicePage<Item>(
  items: readonly Item[],
  { limit, cursor }: z.infer<typeof pageShape>,
): { readonly items: readonly Item[]; readonly next: string | null } | Refusal {
  const from = placeIn(cursor, 0)
  if (isRefusal(from)) return from
  const next = from + limit < items.length ? cursorAt(from + limit) : null
  return { items: items.slice(from, from + limit), next }
}
