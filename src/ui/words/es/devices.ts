import type * as en from '../en/devices.ts'

export const devices: typeof en.devices = {
  title: 'Dispositivos',
  lead: 'Un dispositivo registrado firma lo que registras en su navegador. Quien opera el servidor podría registrar algo en tu nombre, pero no puede firmarlo: así el registro muestra qué vino de ti.',
  limits:
    'La clave se queda en el navegador, que no la entrega a nadie. Pero la página que la usa viene del servidor: un servidor que te envíe otra página podría hacer que el navegador firme otra cosa mientras estás aquí. Lo que se firmó queda en el registro, en tu nombre, a la vista de cualquier integrante.',
  list: 'Tus dispositivos',
  none: 'No has registrado ningún dispositivo. Lo que registras lo atestigua solo el servidor.',
  signs: 'Firma desde',
  revoked: 'Revocado el',
  unnamed: (id) => `Dispositivo ${id}`,
  here: 'este navegador',
  entry: (seq) => `entrada ${seq}`,
  revoke: 'Revocarlo',
  revokeOne: (name) => `Revocar “${name}”`,
  register: 'Registrar este dispositivo',
  registerLead:
    'Tu navegador crea una clave que no entrega a nadie, y el registro recibe la parte pública. Cualquier integrante puede ver que registraste un dispositivo y cuándo; el nombre que le pones solo lo ves tú.',
  name: 'Nombre del dispositivo',
  nameHint: 'Para distinguirlo de otros, como “mi teléfono”.',
  submit: 'Registrar este dispositivo',
  registeredHere: 'Este navegador ya tiene un dispositivo tuyo registrado.',
  needsScripts:
    'Para registrar un dispositivo hace falta un navegador que ejecute scripts: la clave se crea en él y nunca debe llegar al servidor. Sin ellos funciona todo lo demás, y lo que registras lo atestigua solo el servidor.',
  cannot:
    'Este navegador no puede guardar aquí una clave. Hace falta un navegador más nuevo y una página que llegue por https; las ventanas privadas olvidan las claves.',
  mine: 'Todo lo que se registró en tu nombre',
  mineHow:
    'Revísalo de vez en cuando: si hay algo que no registraste tú, avisa a otras personas de la organización. Cada entrada dice si la firmó un dispositivo tuyo.',
  told: {
    registered: 'Se registró un dispositivo que firma en tu nombre',
    revoked: 'Se revocó un dispositivo que firmaba en tu nombre',
    why: 'Si no fuiste tú, revócalo y avisa a otras personas de la organización.',
  },
  mark: {
    signed: 'con la firma de un dispositivo de quien lo registró',
    attested: 'atestiguado solo por el servidor',
  },
  marked: 'Firma',
  dialog: {
    title: '¿Firmar esto?',
    lead: 'El servidor pide a tu dispositivo que firme un texto en el que este programa no encuentra todo lo que rellenaste. Léelo. Si no dice lo que quieres, no lo firmes.',
    wrong:
      'El servidor pide a tu dispositivo que firme algo distinto de lo que enviaste. No se firmó ni se registró nada. Avisa a otras personas de la organización y muéstrales este texto:',
    unknown:
      'El servidor dice que no conoce ningún dispositivo tuyo con la clave de este navegador: se revocó, o el servidor lo oculta. No se firmó ni se registró nada. Mira la página “Dispositivos”.',
    sign: 'Firmar y enviar',
    send: 'Enviar sin firma',
    back: 'Volver',
  },
}
