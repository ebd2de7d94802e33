import { inLanguages } from '../language.ts'
import * as en from './en/motion-form.ts'
import * as es from './es/motion-form.ts'

export const { motionForm } = inLanguages<typeof en>({ en, es })
