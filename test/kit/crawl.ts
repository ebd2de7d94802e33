import type { APIRequestContext } from 'playwright-core'

/** A form of a page: where it goes, and what stands in its fields. */
export interface FoundForm {
  readonly action: string
  readonly method: 'get' | 'post'
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** Links to this site that stand in a page of ours. */
export function linksIn(html: string, path: string): readonly string[] {
  return [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)].flatMap(([, href = '']) => {
    const url = URL.parse(unescape(href), `http://here.invalid${path}`)
    return url?.host === 'here.invalid' ? [url.pathname + url.search] : []
  })
}

/** Every page to which links lead from the first one for whoever asks, by path; what is asked by a query is left out. */
export async function pagesFrom(
  request: APIRequestContext,
  url: string,
): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>()
  const open = ['/']
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path) || /^\/(api|sign-out|record\/(tile|export))/.test(path)) continue
    const answer = await request.get(url + path)
    const html = answer.headers()['content-type']?.startsWith('text/html') === true ? await answer.text() : ''
    seen.set(path, html)
    open.push(...linksIn(html, path).map((link) => link.split('?')[0] ?? '/'))
  }
  return seen
}

/** The forms of a page of ours, whose markup is known to be well-formed. */
export function formsIn(html: string, path: string): readonly FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    const url = URL.parse(attribute(head, 'action') ?? path, `http://here.invalid${path}`)
    if (url?.host !== 'here.invalid') return []
    const method = attribute(head, 'method')?.toLowerCase() === 'post' ? 'post' : 'get'
    return [{ action: url.pathname + url.search, method, fields: fieldsIn(inside) }]
  })
}

function fieldsIn(html: string): readonly (readonly [string, string])[] {
  const inputs = [...html.matchAll(/<(?:input|button|select|textarea)\b([^>]*)>/g)]
  return inputs.flatMap(([, head = '']) => {
    const name = attribute(head, 'name')
    return name === undefined ? [] : [[name, attribute(head, 'value') ?? ''] as const]
  })
}

function attribute(head: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1]
  return value === undefined ? undefined : unescape(value)
}

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
