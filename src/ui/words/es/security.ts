import type * as en from '../en/security.ts'

export const security: typeof en.security = {
  title: 'Acceso',
  lead: 'Dónde tienes la sesión abierta, y con qué entras.',
  sessions: {
    title: 'Dónde tienes la sesión abierta',
    lead: 'Una sesión termina 30 días después de su último uso. De un dispositivo no se guarda más que lo que ves aquí, y ninguna dirección. Si alguna no es tuya, ciérrala y cambia tu contraseña.',
    here: 'este dispositivo',
    device: (browser, system) =>
      browser === '' && system === ''
        ? 'Dispositivo desconocido'
        : browser === ''
          ? system
          : system === ''
            ? browser
            : `${browser} en ${system}`,
    since: 'Abierta el',
    used: 'Último uso, en la hora que empezó el',
    endOne: 'Cerrarla',
    end: (device) => `Cerrar esta sesión (${device})`,
    endOthers: 'Cerrar todas las demás sesiones',
  },
  proof: {
    password: 'Tu contraseña actual',
    why: 'Para que nadie que encuentre tu sesión abierta haga esto.',
  },
  passkeys: {
    title: 'Llaves de acceso',
    lead: 'Una llave de acceso (passkey) la guarda tu teléfono, tu computadora o una llave de seguridad, y se abre con el dedo, la cara o un PIN. No se puede adivinar y ningún otro sitio puede pedirla. Tu contraseña sigue valiendo.',
    none: 'No tienes cuenta aquí.',
    tooMany: 'Llegaron demasiados intentos desde tu conexión. Inténtalo de nuevo en unos minutos.',
    needsScripts:
      'Las llaves de acceso necesitan un navegador que ejecute scripts. Tu contraseña funciona sin ellos.',
    added: 'Agregada el',
    used: 'Último uso, en la hora que empezó el',
    change: (name) => `Cambiar el nombre de “${name}” o quitarla`,
    name: 'Nombre de la llave',
    nameHint: 'Para distinguirla de otras, por ejemplo “mi teléfono”.',
    rename: 'Cambiar el nombre',
    remove: (name) => `Quitar “${name}”`,
    add: 'Agregar una llave de acceso',
    addSubmit: 'Agregar una llave en este dispositivo',
    notAnswered: 'Tu navegador no dio ninguna llave. Nada cambió; inténtalo de nuevo.',
    signIn: 'Iniciar sesión con una llave de acceso',
    signInLead: 'Tu teléfono, tu computadora o tu llave de seguridad te pide el dedo, la cara o el PIN.',
  },
  factor: {
    title: 'Segundo paso',
    lead: 'Después de tu contraseña se te pide un código que muestra una aplicación en tu teléfono. Quien consiga solo tu contraseña no entra. Una llave de acceso no pide código: ya es las dos cosas.',
    off: 'No tienes ninguno.',
    on: 'Puesto el',
    left: (count) =>
      count === 0
        ? 'No queda ningún código de recuperación.'
        : count === 1
          ? 'Queda un código de recuperación.'
          : `Quedan ${count} códigos de recuperación.`,
    setUp: 'Poner un segundo paso',
    change: 'Códigos de recuperación nuevos, o quitarlo',
    begin: 'Mostrar el secreto',
    scan: 'Deja que una aplicación de autenticación lea esta imagen, o escribe en ella el secreto. Después escribe el código que muestra. Tienes un cuarto de hora.',
    qr: 'El secreto como código QR',
    secret: 'Secreto',
    first: 'El código que muestra tu aplicación',
    confirm: 'Pedir códigos desde ahora',
    anew: 'Empezar de nuevo',
    code: 'Código',
    codeHint: 'Seis cifras de tu aplicación, o uno de tus códigos de recuperación.',
    codesTitle: 'Tus códigos de recuperación',
    codesLead:
      'Cada uno te deja entrar una vez en lugar de un código, si pierdes el teléfono. Anótalos o imprime esta página: no se muestran de nuevo, y los anteriores ya no valen.',
    kept: 'Los guardé',
    renewTitle: 'Códigos de recuperación nuevos',
    renew: 'Hacer códigos de recuperación nuevos',
    endTitle: 'Quitar el segundo paso',
    end: 'Quitar el segundo paso',
    signIn: {
      title: 'Escribe tu código',
      lead: 'Tu contraseña es correcta. Tienes cinco minutos para el código.',
      submit: 'Iniciar sesión',
      again: 'Empezar de nuevo con tu contraseña',
      lost: '¿Sin aplicación ni códigos de recuperación? Dos integrantes pueden avalarte',
    },
  },
  password: {
    title: 'Contraseña',
    lead: 'Una contraseña nueva cierra todas las demás sesiones.',
    summary: 'Cambiar la contraseña',
    fresh: 'Contraseña nueva',
    again: 'La contraseña nueva otra vez',
    submit: 'Cambiar la contraseña',
  },
}
