import { inLanguages } from '../language.ts'
import * as en from './en/devices.ts'
import * as es from './es/devices.ts'

export const { devices } = inLanguages<typeof en>({ en, es })
