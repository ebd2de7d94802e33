import type * as en from '../en/mail.ts'
import { count, officeName } from './common.ts'

export const mail: typeof en.mail = {
  weekly: {
    subject: 'Tu mensaje semanal',
    speaking: (organization) => `${organization}: tu semana`,
    opening:
      'Este es tu mensaje de la semana. Dice primero lo que te espera y después lo nuevo desde el mensaje anterior. Recibes uno por semana, y otro solo cuando algo no puede esperar. Qué se te comunica, y cuándo, lo decides tú.',
    needs: 'Lo que te espera',
    news: 'Lo nuevo',
    more: (n) => (n === 1 ? 'Hay una novedad más.' : `Hay ${n} novedades más.`),
  },
  urgent: {
    subject: 'Algo te espera',
    speaking: (organization) => `${organization}: algo te espera`,
    opening:
      'Te espera algo que habrá terminado antes de tu próximo mensaje semanal, o elegiste que solo se te avise de cosas así. Recibes como máximo un mensaje como este en veinte horas, por mucho que haya. Aquí está qué es y hasta cuándo.',
    needs: 'Lo que te espera',
  },
  standing: {
    subject: 'Un aviso para ti',
    speaking: (organization) => `${organization}: un aviso sobre tu habilitación`,
    opening:
      'Este es un aviso sobre tu habilitación. Te llega hayas elegido lo que hayas elegido, porque tienes derecho a saberlo a tiempo. De qué se trata y qué puedes hacer está más abajo y en tu propia página después de iniciar sesión.',
    heading: 'Tu habilitación',
    notice: 'Se dio aviso de que tu habilitación caduca. Haz que se restablezca antes del',
    noticeHow: 'El motivo está en tu página. Quien lleva el padrón puede restablecerla.',
    lapsed: 'Tu habilitación caducó. Quien lleva el padrón puede restablecerla.',
    mended: 'Tu habilitación está otra vez vigente.',
    admitted: 'Tu admisión quedó registrada. Estás en los padrones de las votaciones desde el',
    refused: 'Tu solicitud fue rechazada. Quien lleva el padrón puede decirte por qué.',
    page: 'Tu página',
  },
  mandate: {
    subject: 'Un aviso para ti',
    speaking: (organization) => `${organization}: tienes un cargo`,
    opening:
      'Se te dio una tarea. Aquí está cuál es y cuánto dura. Si no la quieres, puedes dejarla en tu propia página después de iniciar sesión; hasta entonces otras personas cuentan contigo. Te avisamos enseguida porque desde ahora pueden dirigirse a ti.',
    heading: 'Tu mandato',
    given: (office, unit) => `Tienes el cargo “${officeName(office)}” de ${unit} hasta el`,
  },
  office: {
    subject: 'Un aviso para ti',
    speaking: (organization: string) => `${organization}: sobre un cargo`,
    opening:
      'Esto trata de un cargo de tu unidad, y de ti: alguien cuenta contigo para él, o pide que lo devuelvas, o te dice cómo votar, o un sorteo necesita aquello con lo que te comprometiste. Lo sabes enseguida porque hay un plazo para responder. Qué es, y hasta cuándo, está aquí.',
    heading: 'Sobre un cargo',
    nominated: (office: string) => `Te proponen para el cargo «${office}». Acepta o declina hasta el`,
    petition: (office: string) =>
      `Se inició una petición para revocarte del cargo «${office}». Quienes integran la unidad la firman o no; puedes responderles.`,
    bound: (title: string, council: string) =>
      `Quienes te enviaron a «${council}» adoptaron «${title}»: te obliga allí. Antes de que votes sobre ello, tu papeleta lo dice.`,
    seed: (office: string) =>
      `Solo un sorteo decide la elección al cargo «${office}». Abre las palabras con las que te comprometiste hasta el`,
  },
  text: {
    subject: 'Un aviso para ti',
    speaking: (organization: string) => `${organization}: sobre un texto tuyo`,
    opening:
      'Alguien que modera ocultó algo que escribiste. Queda plegado, con el nombre de quien modera, la norma y la razón delante; cualquiera puede abrirlo. Lo sabes enseguida porque hay un plazo para recurrir.',
    heading: 'Sobre un texto tuyo',
    hidden: 'Lee la razón y, si quieres, haz que decida un panel por sorteo. Puedes hacerlo hasta el',
  },
  panel: {
    subject: 'Un aviso para ti',
    speaking: (organization) => `${organization}: un panel por sorteo`,
    opening:
      'Se trata de un panel que se sortea, y de ti: saliste en el sorteo, o hablas por una de las partes y puedes dar palabras para el sorteo. Lo sabes enseguida porque pasado un tiempo sigue sin ti. Aquí está de qué se trata y hasta cuándo.',
    heading: 'Sobre un panel',
  },
  case: {
    subject: 'Algo te espera',
    speaking: (organization) => `${organization}: algo te espera`,
    opening:
      'Algo que te concierne ha avanzado. Qué es y hasta cuándo está solo en la página de abajo, tras iniciar sesión, porque las cartas pasan por muchas manos. De cada uno de sus pasos se te avisa enseguida, hayas elegido lo que hayas elegido, porque hay plazos tras los cuales sigue sin ti.',
    heading: 'Un caso que te concierne',
    waits: 'Algo en un caso que te concierne te espera.',
    over: 'Un caso que te concernía ha terminado.',
  },
  election: {
    nominating: (office: string) => `Se abrieron las candidaturas: «${office}»`,
    ready: (office: string) => `Se cerraron las candidaturas: «${office}»`,
    voting: (office: string) => `La elección está abierta: «${office}»`,
    drawing: (office: string) => `Solo un sorteo decide la elección: «${office}»`,
    elected: (office: string) => `La elección está decidida: «${office}»`,
    over: (office: string) => `La elección está decidida: «${office}»`,
    failed: (office: string) => `La elección quedó en nada: «${office}»`,
  },
  account: {
    subject: 'Un cambio en tu acceso',
    speaking: (organization) => `${organization}: un cambio en tu acceso`,
    opening:
      'Acaba de cambiar lo que abre tu cuenta o actúa por ti. Si fuiste tú, no hay que hacer nada más. Si no, quizá otra persona esté actuando en tu nombre: haz enseguida lo que está más abajo, desde un dispositivo que solo uses tú.',
    heading: 'Lo que cambió',
    changes: {
      password: 'Se cambió tu contraseña y se cerró la sesión en los demás dispositivos.',
      passkey: 'Se agregó una llave de acceso con la que se puede abrir tu cuenta.',
      factor: 'Se cambió el segundo paso del inicio de sesión.',
      token: 'Se creó un token con el que un programa puede actuar por ti o leer lo que tú puedes leer.',
      recovery: 'Alguien pide que se abra de nuevo tu cuenta. Dos integrantes tienen que avalarlo.',
      recovered:
        'Tu cuenta se abrió de nuevo por recuperación. Se cerró la sesión en todos los dispositivos.',
      device: 'Se registró un dispositivo cuya firma vale como tuya.',
      'device-revoked': 'Se revocó un dispositivo que firmaba por ti.',
    },
    wasNotYou:
      'Si no fuiste tú, inicia sesión, cierra las demás sesiones, termina lo que no creaste y cambia tu contraseña. Si no puedes entrar, pide volver a entrar en la página de inicio de sesión: dos integrantes dan su aval.',
    stopRecovery: 'Si no lo pediste tú, inicia sesión y detenlo antes de que acaben los días de espera.',
    page: 'Tu página',
  },
  polling: {
    subject: 'Un aviso para ti',
    speaking: (organization: string) => `${organization}: te marcaron en una mesa de votación`,
    opening:
      'En una mesa de votación de una votación secreta, quien la atiende te marcó en el padrón, como alguien que fue a votar. Te lo decimos enseguida, hayas elegido lo que hayas elegido, para que nadie vote en tu nombre sin que se vea. Qué votaste no lo sabe nadie, y aquí no consta nada de ello.',
    heading: 'Tu voto',
    screen:
      'Te marcaron en una mesa de votación, y recibiste un código para la pantalla de votación de allí.',
    paper: 'Te marcaron en una mesa de votación, y tomaste una papeleta en papel.',
    wasNotYou:
      'Si no estuviste, dilo enseguida: la página de la votación dice quién te marcó. Mientras no se haya dado una clave, allí puedes retirar la marca. Tras el cierre, el resultado dice a cuántas personas marcó cada quien.',
  },
  webhook: {
    subject: 'Ya no se avisa a un programa tuyo',
    speaking: (organization) => `${organization}: se abandonó un webhook tuyo`,
    opening:
      'Un servidor que indicaste ya no recibe avisos de entradas nuevas: en cinco días no aceptó ningún mensaje, o respondió que no quiere ninguno. Lo que hubo en ese tiempo no se envió, y nada se pierde: está en el registro.',
    heading: 'Tus webhooks',
    page: 'Mira cómo terminó el último envío, y créalo de nuevo si todavía lo necesitas',
  },
  invitation: {
    subject: 'Una invitación para ti',
    speaking: (organization) => `Una invitación de ${organization}`,
    opening:
      'Este mensaje lleva un enlace que es solo para ti. Vale 30 días y una sola vez, y quien lo abra primero elige la contraseña que abre tu cuenta: no se lo pases a nadie, y borra este mensaje cuando lo hayas usado.',
    heading: 'Tu enlace',
    open: 'Elegir una contraseña y entrar',
    notYou: 'Si no sabes de qué se trata, borra este mensaje: sin el enlace no pasa nada.',
  },
  test: {
    subject: 'Un mensaje de prueba',
    opening:
      'Este mensaje se envió desde las páginas de mantenimiento para ver si el correo sale. Salió. No hay que hacer nada más.',
  },
  until: 'hasta el',
  debate: (number, title, until) => `La moción ${number}, “${title}”, se debate hasta el ${until}`,
  seconding: (number, title, until) => `La moción ${number}, “${title}”, espera apoyos hasta el ${until}`,
  voting: (number, title, until) => `La moción ${number}, “${title}”, se vota hasta el ${until}`,
  ended: (number, title) => `La moción ${number}, “${title}”, terminó sin votación`,
  report: (number, title) => `Hay un informe de minoría junto a la moción ${number}, “${title}”`,
  officeGiven: (office) => `Se dio el cargo “${officeName(office)}”`,
  officeEnded: (office) => `El cargo “${officeName(office)}” está vacante`,
  checkpoint: (size) =>
    `Guarda este mensaje: lleva el último punto de control del registro, sobre ${count(size, 'entrada', 'entradas')}. Con él puedes probar que nada anterior se cambió.`,
  origin: (origin) => `Origen: ${origin}`,
  root: (root) => `Raíz: ${root}`,
  choose: 'Elegir qué se te comunica',
  less: {
    urgent: 'Avísame solo cuando tenga que actuar',
    legal: 'Avísame solo de lo que toca a mi propia habilitación y mi cuenta',
  },
}

export const notices: typeof en.notices = {
  title: 'Avisos',
  lead: 'Un mensaje por semana, y enseguida solo lo que no puede esperar. Aquí eliges qué se te comunica y cómo.',
  level: 'Qué se te comunica',
  levels: {
    weekly: 'Un mensaje por semana',
    urgent: 'Solo cuando tengo que actuar',
    legal: 'Solo lo que toca a mi propia habilitación y mi cuenta',
  },
  levelHints: {
    weekly: 'Y enseguida lo que habría terminado antes del siguiente. Nada si no pasó nada.',
    urgent: 'Votaciones en las que no has votado, como máximo un mensaje en veinte horas.',
    legal: 'Avisos sobre tu habilitación, tu admisión y tu acceso. Estos llegan siempre.',
  },
  weekday: 'Qué día llega el mensaje semanal',
  hour: (hour) => `En la hora que sigue a las ${String(hour).padStart(2, '0')}:00 UTC.`,
  weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  language: 'En qué idioma',
  languageDefault: 'El idioma de este servidor',
  speaking: 'Los asuntos y remitentes nombran a la organización y el tema',
  speakingHint: 'Sin esto, una pantalla bloqueada, o quien vea tu lista de correos, no se entera de nada.',
  html: 'Enviar una versión con formato junto al texto simple',
  submit: 'Guardar',
  noAddress:
    'No consta ninguna dirección de correo tuya, así que no se envía nada. Lo que te espera está en la primera página.',
  address: (address) => `El correo va a ${address}.`,
  unreached:
    'Tu servidor de correo rechazó el correo para esta dirección, así que no se le envía nada más. Si vuelve a funcionar, dilo aquí.',
  reachable: 'Mi correo vuelve a funcionar',
  noMail: 'Este servidor no envía correo por ahora. Lo que elijas vale desde cuando lo haga.',
  feed: 'Fuente y calendario',
  feedLead:
    'Para un lector de fuentes y un calendario: lo nuevo, y hasta cuándo te espera algo. Quien tenga la dirección puede leerla sin iniciar sesión, así que guárdala para ti. No nombra nada, salvo que arriba elijas que lo haga.',
  feedOnce: 'Estas direcciones se muestran una sola vez. Unas nuevas las anulan.',
  feedAddress: 'Fuente (Atom)',
  calendarAddress: 'Calendario (iCalendar)',
  feedIs: 'Tienes una fuente y un calendario.',
  feedNone: 'No tienes ninguno.',
  feedMake: 'Crear direcciones nuevas',
  feedEnd: 'Anularlas',
}

export const unsubscribe: typeof en.unsubscribe = {
  title: 'Recibir menos avisos',
  lead: 'Para esto no hace falta iniciar sesión. Para recibir de nuevo más, inicia sesión y elige en la página “Avisos”.',
  now: 'Ahora se te comunica',
  submit: {
    urgent: 'Avísame solo cuando tenga que actuar',
    legal: 'Avísame solo de lo que toca a mi propia habilitación y mi cuenta',
  },
  done: 'Hecho. Se te comunica',
  legalAlways: 'Los avisos sobre tu habilitación y sobre tu acceso llegan en todo caso.',
  wrong: 'Este enlace no funciona. Quizá se cortó; entero está en el mensaje.',
  least: 'Recibes lo mínimo que hay.',
}

export const feed: typeof en.feed = {
  title: 'Plenum',
  entry: 'Algo nuevo',
  vote: 'Se cierra una votación',
  voteOn: (number, title) => `Se cierra la votación sobre la moción ${number}, “${title}”`,
  second: 'Algo te espera',
  secondOn: (number, title) => `La moción ${number}, “${title}”, espera apoyos`,
  debate: 'Termina un debate',
  debateOn: (number, title) => `Termina el debate sobre la moción ${number}, “${title}”`,
}
