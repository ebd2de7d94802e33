import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { DeviceCode } from './messages.en.ts'

const { sayMoment } = speechIn('es')

export const spanish: Sentences<DeviceCode> = {
  'signature-malformed': () => 'Esto no es la firma de un dispositivo.',
  'signature-missing': () =>
    'Cada dispositivo firma su propio registro. Regístralo en la página “Dispositivos”, en el navegador que va a firmar.',
  'signature-wrong': () =>
    'La firma no corresponde a este acto: el formulario cambió después de firmarse, o la clave es otra. No se registró nada. Envía el formulario otra vez.',
  'signature-stale': () =>
    'Este formulario tiene más de un día, y ninguna firma vale más tiempo: si no, alguien podría guardar lo que firmaste y registrarlo después. No se registró nada. Envía el formulario otra vez o vuelve a cargar la página.',
  'signature-demanded': () =>
    'Las reglas exigen que un dispositivo firme esto. Registra este dispositivo en la página “Dispositivos” (necesita JavaScript) y vuelve a enviar el formulario.',
  'unknown-device': () => 'No tienes ese dispositivo.',
  'device-of-another': () => 'Ese dispositivo es de otra persona.',
  'device-other-log': () =>
    'Un dispositivo se registra para un registro determinado, y este es otro. Vuelve a cargar la página y regístralo de nuevo.',
  'device-revoked': ({ revoked }) =>
    `Este dispositivo se revocó el ${sayMoment(Number(revoked))}: ya no firma nada.`,
  'device-known': () => 'Este dispositivo ya está registrado.',
  'device-without-key': () =>
    'Tu navegador no envió ninguna clave: para registrar un dispositivo hace falta JavaScript y una página que llegue por https. No se registró nada.',
  'device-name-unfit': ({ most }) => `Pon al dispositivo un nombre de 1 a ${say(most)} caracteres.`,
  'devices-too-many': ({ most }) => `Ya tienes ${say(most)} dispositivos. Revoca uno que ya no uses.`,
}
