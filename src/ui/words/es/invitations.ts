import type * as en from '../en/invitations.ts'
import { count } from './common.ts'

export const invitations: typeof en.invitations = {
  title: 'Invitaciones',
  lead: 'Un enlace vale durante 30 días y para un solo uso. No se lo envíes a nadie más que a la persona a quien corresponde: quien lo abre primero elige la contraseña.',
  organizers: 'Quienes organizan',
  organizersLead:
    'Enlaces para quienes organizan y todavía no tienen contraseña. Se muestran una sola vez, aquí.',
  organizersSubmit: 'Crear enlaces para quienes organizan',
  organizersReady: 'Todas las personas que organizan tienen contraseña.',
  everybody: 'Todas las personas',
  waiting: (number) =>
    `${count(number, 'persona todavía no tiene', 'personas todavía no tienen')} contraseña.`,
  nobody: 'Todas las personas tienen contraseña.',
  file: 'invitaciones.csv',
  columns: ['nombre', 'correo', 'enlace'],
  fileLead:
    'Un archivo con un nombre, una dirección y un enlace en cada línea, para un envío de correo o una carta. Cada archivo crea enlaces nuevos y anula los anteriores.',
  fileKeepers: 'Son las personas del padrón que llevas.',
  fileSubmit: 'Descargar los enlaces de quienes no tienen contraseña',
  paper: {
    title: 'En papel',
    lead: 'Una hoja para cada persona, con un código y un código QR, para quienes no reciben correo. Cada una anula el enlace o la hoja anterior.',
    submit: 'Crear hojas para imprimir',
    only: 'Solo para quienes no tienen una dirección de correo guardada',
    left: (number) => `${count(number, 'persona queda', 'personas quedan')} sin hoja. Imprime primero estas.`,
    next: 'Crear las hojas siguientes',
    one: 'Crear una hoja para imprimir',
    none: 'A nadie le hace falta una hoja.',
    once: 'Estos códigos se muestran una sola vez. Imprime esta página ahora: cada hoja empieza en una página propia.',
    heading: (organization, name) => `${organization}: una invitación para ${name}`,
    what: 'Con ella eliges una contraseña, y después puedes leer, proponer y votar.',
    open: 'Abre',
    type: 'y escribe este código:',
    scan: 'O apunta aquí la cámara de un teléfono:',
    qr: (name) => `Código QR de la invitación para ${name}`,
    keep: (until) =>
      `Sirve una sola vez, hasta el ${until}. Quien lo use primero actúa como tú: no se lo muestres a nadie.`,
  },
  join: {
    title: 'Tengo una invitación en papel',
    lead: 'Escribe el código de tu hoja. Después eliges una contraseña.',
    code: 'Código',
    hint: 'Dieciséis letras y cifras. Las mayúsculas y los guiones no importan.',
    submit: 'Continuar',
  },
  once: 'Estos enlaces se muestran una sola vez. Cópialos ahora.',
  onceFor: (name) =>
    `El enlace para ${name} se muestra una sola vez. Cópialo ahora; anula todos los anteriores.`,
  link: 'Enlace',
}

export const invitation: typeof en.invitation = {
  title: (organization) => `Te damos la bienvenida a ${organization}`,
  lead: (name, organization) =>
    `${organization} invita a ${name}. Elige una contraseña; después tu sesión queda iniciada.`,
  notYou: 'Si este no es tu nombre, cierra esta página y avisa a quien te dio la invitación.',
  login: 'Inicias sesión con',
  loginHint: 'Una dirección de correo tuya, o el número de integrante que ya está aquí.',
  password: 'Contraseña',
  passwordHint: (least) =>
    `Al menos ${least} caracteres. Cuatro palabras seguidas se recuerdan mejor que los signos.`,
  again: 'La misma contraseña otra vez',
  submit: 'Fijar la contraseña e iniciar sesión',
  over: 'Esta invitación no sirve',
  signIn: 'Iniciar sesión',
}

export const signIn: typeof en.signIn = {
  title: 'Iniciar sesión',
  login: 'Dirección de correo o número de integrante',
  password: 'Contraseña',
  submit: 'Iniciar sesión',
  lost: 'Perdí mi contraseña',
  apply: 'Solicitar el ingreso',
  already: (name) => `Ya iniciaste sesión como ${name}.`,
}
