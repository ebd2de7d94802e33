import type { CDPSession, Page } from 'playwright-core'

/** What a screen reader is told of the element that has the focus. */
export interface Told {
  readonly role: string
  readonly name: string
}

/** A person with a keyboard and a screen reader: goes by Tab, arrows, Enter and Space, and knows a page by what it tells. */
export interface KeyboardUser {
  open(url: string): Promise<void>
  /** Goes on by Tab to what has this role and a name that begins so; fails where a whole round does not come to it. */
  goTo(role: string, name: string): Promise<void>
  /** Goes there and presses Enter, to a link or a button that leads to another page. */
  follow(role: 'link' | 'button', name: string): Promise<void>
  /** Goes there and presses Space. */
  press(role: string, name: string): Promise<void>
  /** Goes there and writes, in place of what stands there. */
  write(name: string, text: string): Promise<void>
  /** Goes to a group of radio buttons and chooses one by the arrow keys. */
  choose(name: string): Promise<void>
  /** The page's accessibility tree as text. */
  hear(): Promise<string>
}

const MOST_TABS = 250

export async function keyboardUser(page: Page): Promise<KeyboardUser> {
  const tree = await page.context().newCDPSession(page)
  await tree.send('Accessibility.enable')

  async function goWhere(key: string, fits: (told: Told) => boolean, what: string): Promise<void> {
    const passed: string[] = []
    for (let n = 0; n < MOST_TABS; n++) {
      const told = await focused(tree)
      if (told !== undefined && fits(told)) return
      if (told !== undefined) passed.push(`${told.role} “${told.name}”`)
      await page.keyboard.press(key)
    }
    throw new Error(
      `${what} is not reached by ${key} at ${page.url()}; passed: ${passed.slice(0, 60).join(', ')}`,
    )
  }

  const user: KeyboardUser = {
    async open(url) {
      await page.goto(url)
    },
    goTo: (role, name) =>
      goWhere('Tab', (told) => told.role === role && told.name.startsWith(name), `${role} “${name}”`),
    async follow(role, name) {
      await user.goTo(role, name)
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    },
    async press(role, name) {
      await user.goTo(role, name)
      await page.keyboard.press('Space')
    },
    async write(name, text) {
      await user.goTo('textbox', name)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(text)
    },
    async choose(name) {
      await goWhere('Tab', ({ role }) => role === 'radio', 'a radio button')
      await goWhere(
        'ArrowDown',
        (told) => told.role === 'radio' && told.name.startsWith(name),
        `radio “${name}”`,
      )
      await page.keyboard.press('Space')
    },
    hear: () => page.locator('body').ariaSnapshot(),
  }
  return user
}

async function focused(tree: CDPSession): Promise<Told | undefined> {
  const { result } = await tree.send('Runtime.evaluate', { expression: 'document.activeElement' })
  if (result.objectId === undefined) return undefined
  const { nodes } = await tree.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  })
  const role = nodes[0]?.role?.value as unknown
  const name = nodes[0]?.name?.value as unknown
  return typeof role === 'string' && typeof name === 'string' ? { role, name } : undefined
}
