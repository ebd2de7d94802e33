// Its own door defines the element as it is loaded, which the bundle leaves out (vite.scripts.config.ts).
import { AutoCompleteElement } from '@github/auto-complete-element/dist/auto-complete-element.js'

/**
 * Fields that suggest members while a name is typed. What the element says by itself is English, so it is given nothing to say it
 * in (no `-feedback`), and how many there are is said here.
 */
export function betterPeople(): void {
  for (const box of document.querySelectorAll<HTMLElement>('auto-complete')) {
    box.addEventListener('load', () => {
      sayHowMany(box)
    })
    box.addEventListener('combobox-commit', ({ target }) => {
      if (target instanceof HTMLElement) choose(box, target)
    })
  }
  AutoCompleteElement.define()
}

function sayHowMany(box: HTMLElement): void {
  const size = box.querySelectorAll('[role=option]').length
  const { none = '', one = '', many = '' } = box.dataset
  const said = size === 0 ? none : size === 1 ? one : many.replace('{size}', String(size))
  const status = box.querySelector('[role=status]')
  if (status !== null) status.textContent = said
}

/** Selects the member in the first list that is open yet, or in the last: two tellers are chosen one after the other. */
function choose({ dataset }: HTMLElement, option: HTMLElement): void {
  const id = option.dataset['member'] ?? ''
  const lists = (dataset['fills'] ?? '')
    .split(' ')
    .flatMap((name) => [...document.querySelectorAll<HTMLSelectElement>(`select[name="${name}"]`)])
  const list = lists.find(({ value }) => value === '') ?? lists.at(-1)
  if (list === undefined) return
  const known = [...list.options].some(({ value }) => value === id)
  if (!known) list.add(new Option(option.textContent, id))
  list.value = id
}
