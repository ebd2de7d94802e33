import { inLanguages } from '../language.ts'
import * as en from './en/design.ts'
import * as es from './es/design.ts'

export const { design } = inLanguages<typeof en>({ en, es })
