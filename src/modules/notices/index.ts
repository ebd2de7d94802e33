export { makeFeedSecret, memberOfFeed, openUnsubscribeLinks } from './links.server.ts'
export type { UnsubscribeLinks } from './links.server.ts'
export { createMailer } from './mailer.server.ts'
export type { Mail, Mailer, Sent } from './mailer.server.ts'
export { noticesMigrations } from './migrations.ts'
export {
  forgetNotices,
  forgetUnreached,
  deleteFeed,
  hasFeed,
  keepInMailbox,
  keepPreferences,
  noteTold,
  noteUnreached,
  readAllPreferences,
  readMailbox,
  readPreferences,
  readTold,
  readUnreached,
} from './notices.sql.server.ts'
export type { MailboxLetter, Told, Unreached } from './notices.sql.server.ts'
export { readMailSettings } from './settings.ts'
export type { MailSettings, SmtpSettings } from './settings.ts'
