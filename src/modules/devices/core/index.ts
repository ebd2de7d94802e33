export { deviceRules } from './acts.ts'
export type { DeviceActs } from './acts.ts'
export { checkDemanded } from './demanded.ts'
export {
  checkSignature,
  checkSigner,
  DEVICE_REGISTER,
  DEVICE_REVOKE,
  isSigned,
  SIGNED_SINCE,
} from './signature.ts'
export { deviceId, formatSignature, signedBytes, signedText } from './signed-text.ts'
export { createDevices, devicesOf, isSigning } from './state.ts'
export type { Algorithm, DevicesState } from './state.ts'
export { deviceMessages } from './messages.ts'
