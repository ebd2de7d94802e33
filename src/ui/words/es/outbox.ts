import type * as en from '../en/outbox.ts'

export const outbox: typeof en.outbox = {
  title: 'Correo',
  lead: 'Lo que sale y lo que no pudo salir. Ves direcciones y lo que dicen los mensajes, como puede verlos quien lleva un servidor; los enlaces que abren una cuenta y los mensajes sobre el acceso no se muestran.',
  sends: (from) => `El correo se envía desde ${from}.`,
  off: 'No se envía correo: PLENUM_SMTP_URL no está puesta. Aquí está lo que habría salido; nada se pierde, y lo que aún sirva saldrá cuando la pongas.',
  demonstration:
    'Una demostración no envía correo. Sus cartas están en el buzón que todo el mundo puede mirar.',
  mailbox: 'El buzón',
  states: { waiting: 'En espera', done: 'Hechos', 'given-up': 'Abandonados' },
  all: 'Todos',
  none: 'No hay ningún mensaje aquí.',
  about: {
    weekly: 'Mensaje semanal',
    urgent: 'Algo que no puede esperar',
    standing: 'Aviso sobre la habilitación',
    mandate: 'Mandato otorgado',
    office: 'Sobre un cargo',
    panel: 'Sobre un panel por sorteo',
    text: 'Sobre un texto que se ocultó',
    case: 'Sobre un caso',
    account: 'Cambio en el acceso',
    invitation: 'Enlace de invitación',
    webhook: 'Un webhook abandonado',
    polling: 'Una marca en una mesa de votación',
    test: 'Mensaje de prueba',
  },
  gone: 'Mensaje (vaciado)',
  noAddress: 'sin dirección',
  sealed: 'sellado',
  attempts: (n) => (n === 1 ? '1 intento' : `${n} intentos`),
  secret: 'Lo que dice es solo para quien lo recibe.',
  show: 'Lo que dice',
  again: 'Intentar de nuevo ahora',
  test: 'Enviar un mensaje de prueba',
  testTo: 'A qué dirección',
  testSubmit: 'Enviarlo',
  notes: {
    sent: 'Enviado',
    shown: 'Puesto en el buzón',
    'no-address': 'No enviado: no consta ninguna dirección',
    'no-reader': 'No enviado: no es para nadie',
    'not-wanted': 'No enviado: la persona eligió que no se le comunique esto',
    'nothing-new': 'No enviado: no había pasado nada',
    'told-already': 'No enviado: ya se había comunicado',
    'too-soon': 'No enviado: había llegado un mensaje semanal menos de una semana antes',
    over: 'No enviado: había terminado',
    emptied: 'No enviado: estaba vacío',
    'too-late': 'No se pudo enviar a tiempo',
    unreached: 'No enviado: el servidor de correo de la persona ya rechazó esta dirección',
    'sign-in-refused':
      'El servidor de correo rechaza el usuario o la contraseña. Corrige PLENUM_SMTP_URL y arranca de nuevo',
    'tls-failed':
      'La conexión no se pudo asegurar: el certificado del servidor de correo no vale, o no ofrece TLS',
    'not-connected': 'El servidor de correo no responde en esta máquina y puerto',
    'server-unknown': 'No hay ningún servidor de correo con este nombre',
    'timed-out': 'El servidor de correo tardó demasiado',
    failed: 'No se pudo enviar',
    fault: 'Un fallo del programa; está en la bitácora del servidor',
    interrupted: 'El servidor se detuvo entretanto',
  },
  deferred: (code) => `El servidor de correo pide intentarlo más tarde (${code})`,
  refused: (code) => `El servidor de correo lo rechaza para siempre (${code})`,
}

export const mailbox: typeof en.mailbox = {
  title: 'Buzón de la demostración',
  lead: 'Desde aquí no se envía nada. Estas son las cartas que habrían recibido las personas inventadas, las más nuevas primero. Adelanta el reloj para ver más.',
  of: (name) => `Cartas a ${name}`,
  everybody: 'Todas las cartas',
  none: 'Aún no hay ninguna carta. Adelanta el reloj una semana.',
  from: 'De',
  link: 'Buzón',
}

export const invitationMail: typeof en.invitationMail = {
  lead: 'Cada enlace puede ir por correo a la persona a la que pertenece. Cada mensaje crea un enlace nuevo y anula el anterior.',
  submit: 'Enviar los enlaces por correo',
  queued: (n) => (n === 1 ? '1 enlace está en camino.' : `${n} enlaces están en camino.`),
  without: (n) =>
    n === 1
      ? '1 persona no tiene dirección de correo: entrégale el enlace en mano.'
      : `${n} personas no tienen dirección de correo: entrégales los enlaces en mano.`,
}

export const reach: typeof en.reach = {
  none: 'El correo no llega a esta dirección: su servidor la rechaza. Pide otra a la persona, o pregúntale si ya funciona.',
}
