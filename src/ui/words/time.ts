import { inLanguages } from '../language.ts'
import * as en from './en/time.ts'
import * as es from './es/time.ts'

export const { sayDay, sayMoment, sayLeft, sayHours } = inLanguages<typeof en>({ en, es })
