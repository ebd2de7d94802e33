import { z } from 'zod'
import { LANGUAGES } from '#kernel/language'
import { keepPreferences, readPreferences, readUnreached } from '#modules/notices'
import { LEVELS } from '#modules/notices/core'
import { mailOffice, sendsMail } from '#views/mail/office.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { operation } from '../operation.server.ts'

const preferencesShape = z
  .strictObject({
    level: z.enum(LEVELS).meta({
      description:
        '“weekly”: one message a week, and at once what cannot wait; “urgent”: only where you must act; “legal”: only about your own standing.',
    }),
    weekday: z.int().min(0).max(6).meta({ description: '0 is Sunday.' }),
    speaking: z.boolean().meta({ description: 'Whether subjects and feeds name what they are about.' }),
    language: z.enum(LANGUAGES).nullable().meta({ description: 'Null: as the operator has set.' }),
    html: z.boolean(),
  })
  .meta({ id: 'NoticePreferences' })

export const getPreferences = operation({
  method: 'get',
  path: '/me/notices',
  id: 'getNoticePreferences',
  tag: 'Me',
  summary: 'What you chose to be told by mail, and whether mail reaches you',
  needs: 'read',
  answer: z.object({
    preferences: preferencesShape,
    sends: z.boolean().meta({ description: 'Whether mail is sent here at all.' }),
    isUnreached: z.boolean().meta({ description: 'Whether mails to you came back.' }),
  }),
  async run({ asker }) {
    const { database } = plenum()
    const member = asker.member ?? ''
    const [preferences, unreached, office] = await Promise.all([
      readPreferences(database, member),
      readUnreached(database, member),
      mailOffice(),
    ])
    return { preferences, sends: sendsMail(office), isUnreached: unreached !== undefined }
  },
})

export const setPreferences = operation({
  method: 'put',
  path: '/me/notices',
  id: 'setNoticePreferences',
  tag: 'Me',
  summary: 'Choose what you are told by mail',
  needs: 'act',
  body: preferencesShape,
  status: 204,
  async run({ asker, body }) {
    await keepPreferences(plenum().database, asker.member ?? '', body)
    return undefined
  },
})
