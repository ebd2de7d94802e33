import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import {
  isIssuerAddress,
  MOST_ISSUERS,
  namedIssuerShape,
  whyNamingUnfit,
  type NamedIssuer,
} from './issuers.ts'

/**
 * Issuers as a form names them, one a line: name, address and key, as `plenum issuer init` prints them. None at all means the
 * organization's own server alone. The refusal names the line.
 */
export function issuersFromLines(
  text: string,
  k: string,
): { readonly issuers: NamedIssuer[]; readonly k: number } | Refusal {
  const lines = text
    .split('\n')
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '')
  const issuers: NamedIssuer[] = []
  for (const { line, number } of lines) {
    const issuer = issuerIn(line, number)
    if (isRefusal(issuer)) return issuer
    issuers.push(issuer)
  }
  if (issuers.length >= MOST_ISSUERS) return refuse('issuers-many', { most: MOST_ISSUERS - 1 })
  const naming = { issuers, k: issuers.length === 0 && k === '' ? 1 : Number(k) }
  if (!Number.isInteger(naming.k) || naming.k < 1 || naming.k > MOST_ISSUERS)
    return refuse('issuers-k-missing', { most: MOST_ISSUERS })
  return whyNamingUnfit(naming) ?? naming
}

function issuerIn(line: string, number: number): NamedIssuer | Refusal {
  const [, name = '', address = '', key = ''] = /^(.+?)[\s;,]+(https?:\S+?)[\s;,]+(\S+)$/.exec(line) ?? []
  if (address !== '' && !isIssuerAddress(address))
    return refuse('issuer-address-unfit', { line: number, address })
  const parsed = namedIssuerShape.safeParse({ name, address, key })
  return parsed.success ? parsed.data : refuse('issuer-line-unfit', { line: number })
}

/** The lines of issuers that are named already, to be changed. */
export function issuerLines(issuers: readonly NamedIssuer[]): string {
  return issuers.map(({ name, address, key }) => `${name} ${address} ${key}`).join('\n')
}
