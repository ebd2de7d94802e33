import { encode } from 'uqr'

/** A QR code as one path in a square of so many dots: no style, no script, nothing from elsewhere. */
export interface QrCode {
  readonly size: number
  readonly path: string
}

/** The QR code of an address, with the quiet border that readers need (ISO/IEC 18004: four dots). */
export function qrOf(text: string): QrCode {
  const { data, size } = encode(text, { border: 4, ecc: 'M' })
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
  return { size, path: dots.join('') }
}
