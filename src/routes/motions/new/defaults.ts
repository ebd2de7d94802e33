import type { PointName } from '#ui/effect.ts'
import type { EnactmentKind } from '#ui/enactment-kinds.ts'
import { motionForm } from '#ui/words/motion-form.ts'
import { pointName } from '#ui/words/program.ts'

/** What stands in title and text before anything is typed. */
export function defaultsOf(
  kind: EnactmentKind,
  point: PointName | null,
  /** From what the motion would recall somebody. */
  recalled: { readonly office: string } | undefined,
): { readonly title: string; readonly text: string } {
  const { defaultText, defaultTitle } = motionForm
  const name = point === null ? '' : pointName(point)
  switch (kind) {
    case 'resolve':
    case 'program.adopt':
      return { title: '', text: '' }
    case 'program.change':
      return { title: defaultTitle.change(name), text: '' }
    case 'program.strike':
      return { title: defaultTitle.strike(name), text: defaultText.strike(name) }
    case 'rules.adopt':
      return { title: defaultTitle.rules, text: defaultText.rules }
    case 'conduct.adopt':
      return { title: defaultTitle.conduct, text: '' }
    case 'unit.form':
      return { title: '', text: defaultText.form }
    case 'unit.rename':
      return { title: '', text: defaultText.rename }
    case 'issuers.name':
      return { title: defaultTitle.issuers, text: defaultText.issuers }
    case 'mandate.give':
      return { title: '', text: defaultText.give }
    case 'mandate.recall':
      return {
        title: defaultTitle.recall(recalled?.office ?? ''),
        text: defaultText.recall,
      }
    case 'office.open':
      return { title: '', text: defaultText.open }
    case 'office.close':
      return { title: '', text: defaultText.close }
    case 'council.allot':
      return { title: defaultTitle.allot, text: defaultText.allot }
    case 'mandate.bind':
      return { title: '', text: defaultText.bind }
    case 'mandate.release':
      return { title: '', text: defaultText.release }
  }
}
