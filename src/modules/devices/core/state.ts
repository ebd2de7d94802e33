import type { Instant } from '#kernel/instant'
import type { MembersSlice } from '#modules/members/core'
import { createCell, createTable, type Cell, type Journal, type Table } from '#kernel/journal'

/** How a device signs: Ed25519 (RFC 8032), or ECDSA on P-256 with SHA-256 where the browser has no Ed25519. */
export const ALGORITHMS = ['ed25519', 'p256'] as const

/** See `ALGORITHMS`. */
export type Algorithm = (typeof ALGORITHMS)[number]

/** A key that a member registered. One that was revoked stays, so that nobody registers it again. */
export interface Device {
  readonly id: string
  /** Index of the member on the roll. */
  readonly member: number
  readonly algorithm: Algorithm
  /** The public key, base64. */
  readonly key: string
  readonly registered: Instant
  /** Position of the entry that registered it. */
  readonly seq: number
  /** When, and by which entry. */
  readonly revoked: { readonly at: Instant; readonly seq: number } | null
}

/** The devices of all members, and the log whose acts they sign. */
export interface DevicesState {
  readonly devices: Table<string, Device>
  /** The ids of a member's devices, revoked ones too, in the order in which they were registered. */
  readonly ofMember: Table<number, readonly string[]>
  /**
   * What the log is called: as the first registration says, and after a restore the next name. Undefined before either; whoever runs
   * the log knows better (`own`).
   */
  readonly origin: Cell<string | undefined>
  readonly own: string | undefined
  /** Nothing where none was registered: the image of a record that knows no devices stays what it was. */
  toJSON(): unknown
}

/** What rules read of devices. */
export interface DevicesSlice {
  readonly devices: DevicesState
}

/** No devices yet. `own` is the name of the log, to whoever runs it; an auditor holds what was registered against the export. */
export function createDevices(journal: Journal, own?: string): DevicesState {
  const devices = createTable<string, Device>(journal)
  const origin = createCell<string | undefined>(journal, undefined)
  return {
    devices,
    ofMember: createTable(journal),
    origin,
    own,
    toJSON: () => (devices.size === 0 ? undefined : { devices: devices.toJSON(), origin: origin.get() }),
  }
}

/** What the log is called whose acts are signed now; undefined where nobody can tell yet. */
export function originNow({ origin, own }: DevicesState): string | undefined {
  return origin.get() ?? own
}

/** The devices of the member at this index, in the order in which they were registered. */
export function devicesOf({ devices, ofMember }: DevicesState, member: number): readonly Device[] {
  return (ofMember.get(member) ?? []).flatMap((id) => devices.get(id) ?? [])
}

/** Those of them that still sign. */
export function signingDevicesOf(state: DevicesState, member: number): readonly Device[] {
  return devicesOf(state, member).filter(({ revoked }) => revoked === null)
}

/** Whether a member has a device of this id that signs. */
export function isSigning(
  { devices, members }: DevicesSlice & MembersSlice,
  by: string,
  id: string,
): boolean {
  const device = devices.devices.get(id)
  return device?.revoked === null && device.member === members.indices.get(by)
}
