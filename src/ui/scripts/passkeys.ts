import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

// A form with `input[data-passkey]` is sent with what the browser's passkeys answer. Until a script runs here, whatever holds
// such a form is hidden: without one no browser asks for a passkey.

type Register = Parameters<typeof startRegistration>[0]['optionsJSON']
type Authenticate = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** Asks the browser for what goes into this field: its challenge comes fresh from the server each time. */
async function askBrowser(field: HTMLInputElement, useBrowserAutofill: boolean): Promise<void> {
  const response = await fetch(field.dataset['options'] ?? '', { method: 'POST' })
  if (!response.ok) throw new Error(`no challenge: ${response.status}`)
  const options: unknown = await response.json()
  const answer =
    field.dataset['passkey'] === 'register'
      ? await startRegistration({ optionsJSON: options as Register })
      : await startAuthentication({ optionsJSON: options as Authenticate, useBrowserAutofill })
  field.value = JSON.stringify(answer)
}

function better(field: HTMLInputElement): void {
  const { form } = field
  if (form === null) return
  const says = form.querySelector<HTMLElement>('[data-passkey-says]')
  form.addEventListener('submit', (event) => {
    if (field.value !== '') return
    event.preventDefault()
    if (says !== null) says.hidden = true
    askBrowser(field, false).then(
      () => {
        form.requestSubmit()
      },
      () => {
        if (says !== null) says.hidden = false
      },
    )
  })
  if (field.dataset['passkey'] === 'sign-in') void offerInField(field, form)
}

/** Where the browser can, it offers passkeys in the field of the login, to whoever has one. */
async function offerInField(field: HTMLInputElement, form: HTMLFormElement): Promise<void> {
  if (document.querySelector('input[autocomplete~="webauthn"]') === null) return
  if (!(await browserSupportsWebAuthnAutofill())) return
  // Ends without an answer when somebody signs in another way.
  const isAnswered = await askBrowser(field, true).then(
    () => true,
    () => false,
  )
  if (isAnswered) form.requestSubmit()
}

/** Betters every such form on the page. */
export function betterPasskeys(): void {
  if (!browserSupportsWebAuthn()) return
  for (const room of document.querySelectorAll<HTMLElement>('[data-passkey-room]')) room.hidden = false
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-passkey]')) better(field)
}
