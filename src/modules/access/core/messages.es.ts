import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { AccessCode } from './messages.en.ts'

const { sayCount } = speechIn('es')

export const spanish: Sentences<AccessCode> = {
  // Invitations
  'invitation-unknown': () =>
    'Este enlace o código no es válido. Si lo escribiste, compáralo con la hoja; si recibiste uno más nuevo, usa ese; si no, pide a tu organización uno nuevo.',
  'invitation-used': () =>
    'Esta invitación ya se usó. Inicia sesión con tu contraseña, o pide a tu organización una nueva.',
  'invitation-over': () => 'Esta invitación venció. Pide una nueva a tu organización.',
  // Passwords and logins
  'password-short': (f) =>
    `La contraseña es demasiado corta. Elige una de al menos ${say(f['least'])} caracteres.`,
  'password-long': (f) =>
    `La contraseña es demasiado larga. Elige una de ${say(f['most'])} caracteres como máximo.`,
  'password-common': () => 'Esta contraseña es de las primeras que probaría un extraño. Elige otra.',
  'password-is-login': () => 'La contraseña no puede ser lo mismo con lo que inicias sesión. Elige otra.',
  'password-wrong': () => 'Tu contraseña actual no es correcta. Nada cambió; inténtalo de nuevo.',
  'login-malformed': () => 'Esto no es una dirección de correo. Revísala e inténtalo de nuevo.',
  'login-taken': () => 'Otra persona ya inicia sesión con esta dirección. Usa otra dirección de correo.',
  // Signing in
  'sign-in-wrong': () => 'Los datos no coinciden. Revisa lo que escribiste e inténtalo de nuevo.',
  'sign-in-throttled': (f) =>
    `Hubo demasiados intentos fallidos. Inténtalo de nuevo en ${sayCount(f['minutes'], { one: 'minuto', other: 'minutos' })}.`,
  'sign-in-busy': () =>
    'Muchísimas personas están iniciando sesión ahora mismo. Inténtalo de nuevo en un minuto.',
  'has-password': () =>
    'Esta persona ya tiene contraseña. Quien pierde la suya vuelve a entrar con el aval de dos integrantes, desde “Perdí mi contraseña”.',
  // Passkeys
  'passkey-unfit': () =>
    'La respuesta de tu navegador no coincidió o llegó tarde. No se agregó nada; vuelve a cargar la página e inténtalo de nuevo.',
  'passkey-name': (f) => `Ponle a la llave de acceso un nombre de ${say(f['most'])} caracteres como máximo.`,
  'passkey-wrong': () =>
    'Esta llave de acceso no abre ninguna sesión aquí, o su respuesta llegó tarde. Inténtalo de nuevo o usa tu contraseña.',
  // The second factor
  'factor-wrong': () =>
    'Este código no es correcto o ya se usó. Espera el siguiente en tu aplicación, o usa un código de recuperación.',
  'factor-over': () => 'Tardó demasiado o ya se hizo. Empieza de nuevo.',
  'factor-on': () => 'Ya tienes un segundo paso. Quítalo antes de poner otro.',
  'factor-off': () => 'No tienes un segundo paso. Nada cambió.',
  'factor-no-key': () =>
    'El servidor no tiene clave con la que guardar tu secreto, así que no se puede poner un segundo paso. Quien lo opera tiene que poner PLENUM_SECRET_KEY (al menos 32 caracteres).',
  'factor-key-wrong': () =>
    'El servidor no puede comprobar los códigos de tu aplicación: su clave falta o no es la de cuando lo pusiste. Usa un código de recuperación, y avisa a quien opera el servidor.',
}
