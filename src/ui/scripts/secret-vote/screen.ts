import type { Keeping } from './kept.ts'

/** How long a voting screen waits for a touch before it forgets what is on it, in milliseconds. */
const IDLE = 180_000
const TOUCHES = ['pointerdown', 'keydown', 'input'] as const

/** Keeps things for as long as the page is there. */
export function memory(): Keeping {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

/** Makes a voting screen leave nothing behind: by its button, by itself, and by the way back. */
export function leaveScreen(root: HTMLElement): void {
  root.querySelector('[data-print]')?.addEventListener('click', () => {
    print()
  })
  // In place of this page in the history, so that no way leads back to it.
  const leave = (): void => {
    for (const form of document.querySelectorAll('form')) form.reset()
    location.replace(`${location.pathname}?done=screen-left`)
  }
  root.querySelector('[data-leave]')?.addEventListener('submit', (event) => {
    event.preventDefault()
    leave()
  })
  let idle = setTimeout(leave, IDLE)
  for (const touch of TOUCHES)
    document.addEventListener(touch, () => {
      clearTimeout(idle)
      idle = setTimeout(leave, IDLE)
    })
  // A page that comes back out of the browser's memory has everything on it still.
  addEventListener('pageshow', (event) => {
    if (event.persisted) leave()
  })
}
