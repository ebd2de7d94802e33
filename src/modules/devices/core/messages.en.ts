import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayMoment } = speechIn('en')

/** What this module refuses. */
export type DeviceCode =
  | 'signature-malformed'
  | 'signature-missing'
  | 'signature-wrong'
  | 'signature-stale'
  | 'signature-demanded'
  | 'unknown-device'
  | 'device-of-another'
  | 'device-other-log'
  | 'device-revoked'
  | 'device-known'
  | 'devices-too-many'
  | 'device-without-key'
  | 'device-name-unfit'

export const english: Sentences<DeviceCode> = {
  'signature-malformed': () => 'This is no signature of a device.',
  'signature-missing': () =>
    'A device signs its own registration. Register it on the page “Devices”, in the browser that is to sign.',
  'signature-wrong': () =>
    'The signature does not fit this act: the form was changed after it was signed, or the key is another. Nothing was entered. Send the form again.',
  'signature-stale': () =>
    'This form is older than a day, and no signature holds for longer: nobody could otherwise keep what you signed and enter it later. Nothing was entered. Send the form again, or load the page again.',
  'signature-demanded': () =>
    'The rules demand that a device signs this. Register this device on the page “Devices” (it needs JavaScript), then send the form again.',
  'unknown-device': () => 'There is no such device of yours.',
  'device-of-another': () => 'That is the device of another member.',
  'device-other-log': () =>
    'A device is registered for one record, and this is another. Load the page again and register it anew.',
  'device-revoked': ({ revoked }) =>
    `This device was revoked on ${sayMoment(Number(revoked))}: it signs nothing any more.`,
  'device-known': () => 'This device is registered already.',
  'device-without-key': () =>
    'Your browser sent no key: registering a device needs JavaScript and a page that came over https. Nothing was entered.',
  'device-name-unfit': ({ most }) => `Give the device a name of 1 to ${say(most)} characters.`,
  'devices-too-many': ({ most }) =>
    `You have ${say(most)} devices already. Revoke one that you no longer use.`,
}
