import { toBase64 } from '#kernel/bytes'
import { formatSignature, signedBytes } from '#modules/devices/core'
import { agreement, type Sent, type SentField } from './agreement.ts'
import { keysOf, makeKey, signWith, type DeviceKey } from './keys.ts'

// A form with `data-signs` (the type of the act that it enters) is sent twice on a device that its member registered: first with a
// header, on which the server only answers the text of the act; then, signed, as any browser sends it.

let passed = new WeakSet<HTMLFormElement>()
const busy = new WeakSet<HTMLFormElement>()
/** Whether the member has no key on this device: then forms are sent as any browser sends them, at once. */
let isKeyless = false

/** Signs what the forms of the page enter. */
export function betterSignedForms(): void {
  // A page that comes back from memory has its forms as they were sent.
  window.addEventListener('pageshow', () => (passed = new WeakSet()))
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-signs]')]
  // All forms of a page are of the one member who is signed in.
  void keysOf(forms[0]?.dataset['by'] ?? '').then(
    (keys) => (isKeyless = keys.length === 0),
    // Where keys cannot be looked for, each form asks again.
    () => undefined,
  )
  for (const form of forms)
    form.addEventListener('submit', (event) => {
      const { submitter } = event
      // A button with an address of its own looks something up, and enters nothing.
      const isPlain = isKeyless && form.dataset['signs'] !== 'device.register'
      if (isPlain || passed.has(form) || submitter?.hasAttribute('formaction') === true) return
      event.preventDefault()
      if (busy.has(form)) return
      busy.add(form)
      void signed(form)
        // What cannot be signed is sent as it is: whether that will do, the server says.
        .catch(() => true)
        .then((goesOn) => {
          busy.delete(form)
          if (!goesOn) return
          passed.add(form)
          form.requestSubmit(submitter)
        })
    })
}

/** Signs a form, if it can be; whether it is to be sent now. */
async function signed(form: HTMLFormElement): Promise<boolean> {
  fieldIn(form, 'sig')?.remove()
  const key = await keyFor(form)
  if (key === undefined) return true
  const text = await ask(form, key)
  if (text === undefined || (text === '' && !key.registered)) return true
  const outcome = text === '' ? 'unknown' : agreement(text, sentBy(form))
  const wanted = outcome === 'agrees' ? 'sign' : await askMember(outcome, text)
  // Nobody is offered to sign another act than their own; and whatever a page offers, none is.
  if (wanted === 'sign' && (outcome === 'wrong' || outcome === 'unknown')) return false
  if (wanted === 'sign') {
    const signature = await signWith(key, signedBytes(text))
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'sig' })
    field.value = formatSignature(key.publicKey, signature)
    form.append(field)
  }
  return wanted !== ''
}

/** The key to sign with: one that is registered, or to register one the one that is to be. */
async function keyFor(form: HTMLFormElement): Promise<DeviceKey | undefined> {
  const { by = '', signs } = form.dataset
  const keys = await keysOf(by)
  // One whose registration was not seen yet may have been entered all the same: the server knows.
  if (signs !== 'device.register') return keys.find(({ registered }) => registered) ?? keys[0]
  const key = keys.find(({ registered }) => !registered) ?? (await makeKey(by))
  const [algorithm, publicKey] = [fieldIn(form, 'algorithm'), fieldIn(form, 'key')]
  if (algorithm !== undefined) algorithm.value = key.algorithm
  if (publicKey !== undefined) publicKey.value = toBase64(key.publicKey)
  return key
}

function fieldIn(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field : undefined
}

/** The text to sign; empty where the server knows no such device; undefined where there is nothing to sign. */
async function ask(form: HTMLFormElement, { id }: DeviceKey): Promise<string | undefined> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  const answer = await fetch(addressOf(form), {
    method: 'POST',
    headers: { 'plenum-sign': id, accept: 'application/json' },
    body,
  })
  const { error } = (await answer.json()) as { readonly error?: { readonly toSign?: unknown } }
  return typeof error?.toSign === 'string' ? error.toSign : undefined
}

function addressOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute('action') ?? '', location.href).href
}

function sentBy(form: HTMLFormElement): Sent {
  const { signs = '', by = '', clock } = form.dataset
  const fields = [...form.elements].flatMap(fieldOf)
  const valueOf = (name: string): string => fields.find((field) => field.name === name)?.value ?? ''
  return {
    ...{ type: signs, by, fields, id: valueOf('act'), salt: valueOf('salt') },
    addresses: [location.href, addressOf(form)],
    now: clock === undefined ? Date.now() : Number(clock),
  }
}

/** A field as the server will read it; none where it is not sent. */
function fieldOf(element: Element): readonly SentField[] {
  if (element instanceof HTMLSelectElement) {
    const chosen = [...element.options].find(({ selected }) => selected)
    return [
      {
        name: element.name,
        value: clean(element.value),
        filled: chosen?.defaultSelected === false && element.value !== '',
      },
    ]
  }
  if (element instanceof HTMLTextAreaElement)
    return [
      { name: element.name, value: clean(element.value), filled: element.value !== element.defaultValue },
    ]
  if (!(element instanceof HTMLInputElement) || element.type === 'file') return []
  const { name, checked } = element
  const value = clean(element.value)
  if (element.type === 'checkbox' || element.type === 'radio')
    return checked ? [{ name, value, filled: !element.defaultChecked }] : []
  return [{ name, value, filled: element.type !== 'hidden' && element.value !== element.defaultValue }]
}

function clean(value: string): string {
  return value.replaceAll('\r\n', '\n').trim()
}

/** Shows the member what there is to sign, and asks what to do: `sign`, `send` without a signature, or nothing. */
function askMember(why: 'unsure' | 'wrong' | 'unknown', text: string): Promise<string> {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-sign-dialog]')
  if (dialog === null) return Promise.resolve('')
  for (const lead of dialog.querySelectorAll<HTMLElement>('[data-sign-why]'))
    lead.hidden = lead.dataset['signWhy'] !== why
  const code = dialog.querySelector<HTMLElement>('[data-sign-text]')
  if (code !== null) code.textContent = shown(text)
  const button = dialog.querySelector<HTMLElement>('[data-sign-button]')
  if (button !== null) button.hidden = why !== 'unsure'
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        resolve(dialog.returnValue)
      },
      { once: true },
    )
  })
}

function shown(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
