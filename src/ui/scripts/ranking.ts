import { dropAt, itemsIn, moveDown, moveUp, orderOf, placeIn, type Order } from './ranks.ts'

// A ballot of numbers in boxes, `ol[data-rank]`, on which candidates can also be dragged or moved by buttons: whichever way, the
// boxes are what is sent. After it stands the place where moves are said to whoever does not see them.

/** How close to the edge of the window a drag moves the page, and by how much at a time; how far a finger may tremble. In pixels. */
const EDGE = 56
const STEP = 12
const TREMBLE = 4

function itemsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > li')]
}

function orderOn(list: HTMLElement): Order<HTMLElement> {
  return orderOf(itemsOf(list), (item) => item.querySelector('input')?.value ?? '')
}

/** Puts everybody where the order has them, and leaves alone whoever stands there. */
function show(list: HTMLElement, order: Order<HTMLElement>): void {
  for (const [at, item] of itemsIn(order).entries()) {
    const there = itemsOf(list)[at]
    if (there !== item) list.insertBefore(item, there ?? null)
  }
}

/** Writes an order into the boxes, shows it and says what became of whoever was moved. */
function take(list: HTMLElement, order: Order<HTMLElement>, moved: HTMLElement): void {
  for (const item of itemsOf(list)) {
    const box = item.querySelector('input')
    if (box !== null) box.value = placeIn(order, item)
  }
  show(list, order)
  const place = placeIn(order, moved)
  const { placed = '', unplaced = '' } = list.dataset
  const status = list.parentElement?.querySelector('[role=status]')
  if (status) status.textContent = fill(place === '' ? unplaced : placed, moved, place)
}

function fill(sentence: string, { dataset }: HTMLElement, place = ''): string {
  return sentence.replace('{name}', () => dataset['name'] ?? '').replace('{place}', place)
}

function addButton(
  list: HTMLElement,
  item: HTMLElement,
  { sign, label, move }: { sign: string; label: string | undefined; move: typeof moveUp<HTMLElement> },
): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'quiet'
  button.textContent = sign
  button.setAttribute('aria-label', fill(label ?? '', item))
  button.addEventListener('click', () => {
    take(list, move(orderOn(list), item), item)
    // Whoever is moved within the page loses the focus.
    button.focus()
  })
  item.append(button)
}

/** For fingers and mice alone: whoever uses a keyboard has the buttons. */
function addHandle(list: HTMLElement, item: HTMLElement): void {
  const handle = document.createElement('span')
  handle.className = 'handle'
  handle.setAttribute('aria-hidden', 'true')
  handle.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return
    event.preventDefault()
    drag(list, item, event)
  })
  item.prepend(handle)
}

/** Moves the candidate with the pointer until it is let go; a drag that is broken off leaves everything as it was. */
function drag(list: HTMLElement, item: HTMLElement, { pointerId, clientY: begun }: PointerEvent): void {
  const before = orderOn(list)
  const end = new AbortController()
  let isMoved = false
  const leave = (): void => {
    end.abort()
    item.classList.remove('dragged')
  }
  const breakOff = (): void => {
    leave()
    show(list, before)
  }
  // By the list and not by the handle, which lets the pointer go when it is moved within the page.
  list.setPointerCapture(pointerId)
  item.classList.add('dragged')
  const listen = { signal: end.signal }
  list.addEventListener(
    'pointermove',
    ({ clientY }) => {
      isMoved ||= Math.abs(clientY - begun) > TREMBLE
      if (isMoved) follow(list, item, clientY)
    },
    listen,
  )
  list.addEventListener(
    'pointerup',
    () => {
      leave()
      const above = item.previousElementSibling
      if (isMoved) take(list, dropAt(before, item, above instanceof HTMLElement ? above : undefined), item)
    },
    listen,
  )
  list.addEventListener('pointercancel', breakOff, listen)
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && breakOff(), listen)
}

function follow(list: HTMLElement, item: HTMLElement, y: number): void {
  if (y < EDGE) window.scrollBy(0, -STEP)
  if (y > window.innerHeight - EDGE) window.scrollBy(0, STEP)
  const below = itemsOf(list).find((other) => {
    const { top, height } = other.getBoundingClientRect()
    return other !== item && y < top + height / 2
  })
  if (item.nextElementSibling !== (below ?? null)) list.insertBefore(item, below ?? null)
}

/** Betters every such ballot on the page. */
export function betterRanking(): void {
  for (const list of document.querySelectorAll<HTMLElement>('ol[data-rank]')) {
    const { up, down } = list.dataset
    for (const item of itemsOf(list)) {
      addHandle(list, item)
      addButton(list, item, { sign: '↑', label: up, move: moveUp })
      addButton(list, item, { sign: '↓', label: down, move: moveDown })
    }
    show(list, orderOn(list))
    const hint = list.parentElement?.querySelector<HTMLElement>('[data-rank-hint]')
    if (hint) hint.hidden = false
  }
}
