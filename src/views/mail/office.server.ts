import { bug } from '#kernel/bug'
import { isRefusal } from '#kernel/refusal'
import type { Plenum } from '#organization/server'
import { plenum } from '../plenum.server.ts'
import { mailSettings, openOffice } from './mail-part.server.ts'
import type { Office } from './reader.server.ts'

let opened: { readonly plenum: Plenum; readonly office: Promise<Office> } | undefined

/** Where mail is written, for pages. */
export function mailOffice(): Promise<Office> {
  const open = plenum()
  if (opened?.plenum !== open) {
    const settings = mailSettings()
    if (isRefusal(settings)) return bug('the settings for mail were not looked at')
    opened = { plenum: open, office: openOffice(open, settings) }
  }
  return opened.office
}

/** Whether mail goes out: in a demonstration it never does. */
export function sendsMail({ plenum: { demonstration }, settings }: Office): boolean {
  return settings.smtp !== undefined && !demonstration
}
