import { deviceId } from '#modules/devices/core'

/** A key that this browser keeps for a member. The private part cannot be read, by scripts neither. */
export interface DeviceKey {
  /** The name of the device: what its public key hashes to. */
  readonly id: string
  readonly member: string
  readonly algorithm: 'ed25519' | 'p256'
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly privateKey: CryptoKey
  /** Whether its registration was seen in the record. */
  readonly registered: boolean
}

const [DATABASE, STORE] = ['plenum-devices', 'keys']

/** Whether this browser can keep such keys here: over https, and not where storage is forbidden. */
export function canKeep(): boolean {
  return globalThis.isSecureContext && typeof indexedDB !== 'undefined'
}

function settle<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result)
    })
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('no database'))
    })
  })
}

async function open(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const request = indexedDB.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(STORE, { keyPath: 'id' })
  })
  const database = await settle(request)
  return database.transaction(STORE, mode).objectStore(STORE)
}

/** The keys of a member in this browser, whether they were registered or not. */
export async function keysOf(member: string): Promise<readonly DeviceKey[]> {
  if (!canKeep()) return []
  const store = await open('readonly')
  const keys = (await settle(store.getAll())) as readonly DeviceKey[]
  return keys.filter((key) => key.member === member)
}

export async function keepKey(key: DeviceKey): Promise<void> {
  await settle((await open('readwrite')).put(key))
}

export async function forgetKey({ id }: DeviceKey): Promise<void> {
  await settle((await open('readwrite')).delete(id))
}

/** A new key for a member, kept but not yet registered: Ed25519 where the browser has it, else P-256. */
export async function makeKey(member: string): Promise<DeviceKey> {
  const [algorithm, pair] = await generate()
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const key: DeviceKey = {
    ...{ id: deviceId(publicKey), member, algorithm, publicKey },
    ...{ privateKey: pair.privateKey, registered: false },
  }
  await keepKey(key)
  return key
}

async function generate(): Promise<readonly [DeviceKey['algorithm'], CryptoKeyPair]> {
  try {
    const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign'])
    return ['ed25519', pair]
  } catch {
    return ['p256', await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])]
  }
}

/** Signs with the private part: 64 bytes. */
export async function signWith(
  { algorithm, privateKey }: DeviceKey,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const how = algorithm === 'ed25519' ? { name: 'Ed25519' } : { name: 'ECDSA', hash: 'SHA-256' }
  return new Uint8Array(await crypto.subtle.sign(how, privateKey, bytes))
}
