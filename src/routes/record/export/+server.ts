import { exportResponse } from '#views/export.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/** The record as the member who asks may read it, line by line, for the audit. */
export const GET: RequestHandler = (event) =>
  exportResponse(event, { kind: 'member', id: requireMember(event) })
