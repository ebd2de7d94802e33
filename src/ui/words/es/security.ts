import type * as en from '../en/security.ts'

export const security: typeof en.security = {
  title: 'Acceso',
  link: 'Cómo entras: dispositivos y contraseña',
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
    used: 'Usada por última vez en la hora de',
    end: (device) => `Cerrar esta sesión (${device})`,
    endOthers: 'Cerrar todas las demás sesiones',
  },
  password: {
    title: 'Contraseña',
    lead: 'Una contraseña nueva cierra todas las demás sesiones.',
    summary: 'Cambiar la contraseña',
    old: 'Tu contraseña actual',
    fresh: 'Contraseña nueva',
    again: 'La contraseña nueva otra vez',
    submit: 'Cambiar la contraseña',
  },
}
