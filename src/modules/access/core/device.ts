// In the order in which they are looked for: most browsers also name those that they descend from.
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bLinux\b/, 'Linux'],
]

/** What a session is told apart by: a browser and a system of a short list, empty where it is none of them. */
export interface Device {
  readonly browser: string
  readonly system: string
}

const UNKNOWN: Device = { browser: '', system: '' }

/**
 * The device behind a User-Agent header, as coarse as will do: no version, no model, and never a word of the header itself, so
 * that what is kept fits thousands alike.
 */
export function deviceOf(userAgent: string | null): Device {
  const text = (userAgent ?? '').slice(0, 500)
  const named = (list: typeof BROWSERS): string => list.find(([pattern]) => pattern.test(text))?.[1] ?? ''
  return { browser: named(BROWSERS), system: named(SYSTEMS) }
}

/** A device as it is kept in one text. */
export function formatDevice({ browser, system }: Device = UNKNOWN): string {
  return browser === '' && system === '' ? '' : `${browser}/${system}`
}

/** The device that was kept; what is no device of ours is unknown. */
export function parseDevice(text: string): Device {
  const [browser = '', system = ''] = text.split('/')
  return { browser, system }
}
