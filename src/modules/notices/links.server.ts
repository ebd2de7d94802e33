import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sha256 } from '#kernel/hash'
import type { Database } from '#modules/record'
import { findFeed, keepFeed, readKey } from './notices.sql.server.ts'

const KEY_LENGTH = 32
const SIGNATURE = 22

/** The links in mails by which a member is told less. They need no sign-in, hold for ever and only lower. */
export interface UnsubscribeLinks {
  tokenFor(member: string): string
  /** Whose token it is. */
  memberOf(token: string): string | undefined
}

/** The links under this database's key, which is made at the first use. */
export async function openUnsubscribeLinks(database: Database): Promise<UnsubscribeLinks> {
  const key = await readKey(database, randomBytes(KEY_LENGTH))
  const sign = (member: string): string =>
    createHmac('sha256', key).update(`unsubscribe ${member}`).digest('base64url').slice(0, SIGNATURE)
  return {
    tokenFor: (member) => `${member}.${sign(member)}`,
    memberOf(token) {
      const [member = '', signature = ''] = token.split('.')
      const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(member))]
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? member : undefined
    },
  }
}

/** A new secret for a member's feed; it ends the one before. Here only its hash is kept. */
export async function makeFeedSecret(database: Database, member: string): Promise<string> {
  const secret = randomBytes(KEY_LENGTH).toString('base64url')
  await keepFeed(database, member, hashOf(secret))
  return secret
}

/** Whose feed a secret opens. */
export async function memberOfFeed(database: Database, secret: string): Promise<string | undefined> {
  return findFeed(database, hashOf(secret))
}

function hashOf(secret: string): Uint8Array {
  return Buffer.from(sha256(secret))
}
