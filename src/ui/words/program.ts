import { inLanguages } from '../language.ts'
import * as en from './en/program.ts'
import * as es from './es/program.ts'

export const { pointName, program } = inLanguages<typeof en>({ en, es })
