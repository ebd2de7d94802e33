/** Whether a server of an organization may call this address: none of this machine, of its network, or of nobody's. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const four = mapped ?? (address.includes(':') ? undefined : address)
  return four === undefined ? isPublicSix(address.toLowerCase()) : isPublicFour(four)
}

/** The blocks of IANA's registry of special-purpose addresses, as far as they are not routed over the internet. */
function isPublicFour(address: string): boolean {
  const [a = 0, b = 0, c = 0] = address.split('.').map(Number)
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false
  if (a === 100 && b >= 64 && b < 128) return false
  if (a === 169 && b === 254) return false
  if (a === 172 && b >= 16 && b < 32) return false
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) return false
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false
  return !(a === 203 && b === 0 && c === 113)
}

/** Only what is assigned to the internet (2000::/3), and of that neither documentation nor what carries an address of the old kind. */
function isPublicSix(address: string): boolean {
  const first = Number.parseInt(address.split(':')[0] ?? '', 16)
  if (!(first >= 0x2000 && first < 0x4000)) return false
  return !/^(2001:0?db8|2001:0{0,4}:|2001::|2002:|3fff:)/.test(address)
}
