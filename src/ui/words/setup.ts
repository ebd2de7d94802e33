import { inLanguages } from '../language.ts'
import * as en from './en/setup.ts'
import * as es from './es/setup.ts'

export const { presets, setup, roll, founding } = inLanguages<typeof en>({ en, es })
