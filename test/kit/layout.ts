import type { Page } from 'playwright-core'

// Runs in the page. What only a screen reader reads is clipped on purpose.
const FAULTS = `(() => {
  const faults = []
  const name = (element) =>
    element.tagName.toLowerCase() + (element.className ? '.' + String(element.className).replaceAll(' ', '.') : '') +
    ' “' + element.textContent.trim().slice(0, 40) + '”'
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) {
    const widest = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1)
    faults.push('scrolls sideways (' + root.scrollWidth + ' > ' + root.clientWidth + '): ' + widest.slice(0, 3).map(name).join(', '))
  }
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element)
    if (element.closest('.visually-hidden, svg, [hidden]') || style.clipPath !== 'none' || !element.textContent.trim()) continue
    const cut = (overflow) => overflow === 'hidden' || overflow === 'clip'
    if (cut(style.overflowX) && element.scrollWidth > element.clientWidth + 1) faults.push('clipped sideways: ' + name(element))
    if (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 1) faults.push('clipped below: ' + name(element))
  }
  const touched = 'button, .button, summary, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio]), nav a, .choice'
  for (const element of document.body.querySelectorAll(touched)) {
    const { width, height } = element.getBoundingClientRect()
    if (width > 0 && height > 0 && height < 43.5) faults.push('lower than a finger (' + height + '): ' + name(element))
  }
  return faults
})()`

/** What is wrong with how the page that is open is laid out: sideways scrolling, clipped text, targets too small to touch. */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(FAULTS)
}
