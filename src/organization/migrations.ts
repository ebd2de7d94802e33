import { accessMigrations } from '#modules/access'
import { ballotMigrations } from '#modules/ballots'
import { deviceMigrations } from '#modules/devices'
import { membersMigrations } from '#modules/members'
import { noticesMigrations } from '#modules/notices'
import { outboxMigrations } from '#modules/outbox'
import { recoveryMigrations } from '#modules/recovery'
import { recordMigrations, type Migration } from '#modules/record'
import { searchMigrations } from '#modules/search'
import { tokenMigrations } from '#modules/tokens'
import { webhookMigrations } from '#modules/webhooks'

/** The schema of all modules, in order. */
export const migrations: readonly Migration[] = [
  ...recordMigrations,
  ...membersMigrations,
  ...accessMigrations,
  ...recoveryMigrations,
  ...outboxMigrations,
  ...searchMigrations,
  ...tokenMigrations,
  ...webhookMigrations,
  ...noticesMigrations,
  ...ballotMigrations,
  ...deviceMigrations,
]
