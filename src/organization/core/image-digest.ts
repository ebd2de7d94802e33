import { toBase64 } from '#kernel/bytes'
import { canonical, type Json } from '#kernel/canonical'
import { sha256 } from '#kernel/hash'
import type { Org } from './org.ts'

/** One hash over all that an organization is: two images are the same where their digests are. SHA-256, base64. */
export function imageDigest(org: Org): string {
  return toBase64(sha256(canonical(JSON.parse(JSON.stringify(org)) as Json)))
}
