import type { TextRef } from '#modules/moderation/core'

/** The page about one text: what became of it, and what its author or a moderator can do. */
export function hrefOfText({ kind, about, id }: TextRef): string {
  return `/moderation/texts/${kind}/${about}/${id}`
}
