import { inLanguages } from '../language.ts'
import * as en from './en/webhooks.ts'
import * as es from './es/webhooks.ts'

export const { webhooks } = inLanguages<typeof en>({ en, es })
