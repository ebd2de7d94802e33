import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { RecoveryCode } from './messages.en.ts'

const { sayMoment } = speechIn('es')

export const spanish: Sentences<RecoveryCode> = {
  'unknown-recovery': () => 'No hay ninguna recuperación así en curso. Se detuvo, se usó o venció.',
  'recovery-own': () => 'Nadie da su aval para recuperar su propio acceso.',
  'recovery-far': ({ unit }) =>
    `Quienes dan su aval pertenecen a “${say(unit)}”, donde pueden conocer a la persona.`,
  'recovery-vouched': () => 'Dos integrantes ya dieron su aval para esto.',
  'recovery-of-another': () => 'Este número es de otra persona.',
  'recovery-keepers': () =>
    'Alguien que lleva el padrón ya dio su aval. El segundo debe ser de alguien que no lo lleve.',
  'recovery-not-due': () => 'Esto no ha vencido.',
  'recovery-not-ripe': ({ until }) =>
    until === null
      ? 'Primero deben dar su aval dos integrantes.'
      : `Se puede usar desde el ${sayMoment(until)}. Hasta entonces se puede detener.`,
  'recovery-not-yours': () =>
    'Solo la persona de quien se trata y quienes dieron su aval pueden detener una recuperación.',
  'recovery-voucher-gone': () =>
    'Alguien que dio su aval ya no es integrante con habilitación vigente. Pídelo de nuevo y busca otros avales.',
  'recovery-proof-wrong': () => 'Este no es el código de esta solicitud.',
  'recovery-throttled': ({ minutes }) =>
    `Hubo demasiadas solicitudes desde tu conexión. Inténtalo de nuevo en ${say(minutes)} minutos.`,
  'recovery-number-wrong': () =>
    'No hay ninguna solicitud con este número. Pide que te lo digan otra vez, letra por letra; vale 14 días.',
}
