/** A member with the cookies that a browser would keep. Several servers behind one name are one site to it. */
export class Visitor {
  readonly #jar = new Map<string, string>()
  readonly #sent: Readonly<Record<string, string>>

  /** `sent` are headers that go with every request, as a proxy would add them. */
  constructor(sent: Readonly<Record<string, string>> = {}) {
    this.#sent = sent
  }

  /** What the browser holds under this name. */
  cookie(name: string): string | undefined {
    return this.#jar.get(name)
  }

  /** Asks for a page, or with fields posts a form; redirects are for the caller to follow. */
  async send(url: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...this.#sent, accept: 'text/html', cookie, origin: new URL(url).origin }
    const init =
      fields === undefined ? { headers } : { headers, method: 'POST', body: new URLSearchParams(fields) }
    const answer = await fetch(url, { redirect: 'manual', ...init })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#jar.set(name, value)
    }
    return answer
  }
}
