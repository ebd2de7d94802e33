import type * as en from '../en/recovery.ts'

export const recovery: typeof en.recovery = {
  title: 'Perdí mi contraseña',
  lead: 'Dos integrantes que te conocen te dejan entrar de nuevo. Nadie más puede: ni quien lleva el padrón ni quien opera el servidor.',
  steps: [
    'Lo pides aquí y recibes un código para guardar y un número para decir.',
    'Dices el número a dos integrantes que te conocen, en persona o por teléfono. Cada quien da su aval por ti.',
    'Después espera 72 horas. Si no lo pediste tú, en ese tiempo se puede detener.',
    'Con tu código eliges una contraseña nueva. Terminan las sesiones, las llaves de acceso y el segundo paso anteriores.',
  ],
  submit: 'Pedirlo',
  known: 'Ya lo pediste',
  code: 'Tu código',
  open: 'Ver cómo va',
  page: {
    title: 'Tu camino de vuelta',
    stages: {
      asked: 'Pedido. Ahora dos integrantes deben dar su aval por ti.',
      vouching: 'Una persona dio su aval por ti. Falta una más.',
      waiting:
        'Dos integrantes dieron su aval por ti. Ahora espera, para que se pueda detener si no fuiste tú.',
      ripe: 'Elige una contraseña nueva.',
    },
    number: 'Número para decir',
    vouchers: 'Avales',
    vouched: (n) => `${n} de 2`,
    until: { vouching: 'Vence el', waiting: 'Listo el', ripe: 'Vence el' },
    tell: 'Di el número a dos integrantes de tu lugar, de viva voz y no por correo, para que sepan que eres tú. Lo escriben en “Tu cuenta”, “Acceso”.',
    set: 'Poner la contraseña nueva',
    setLead:
      'Después inicias sesión con ella. Terminan todas las sesiones y llaves de acceso que había, y el segundo paso.',
    keep: 'Guarda este código',
    keepLead:
      'Solo él abre de nuevo esta página y te deja elegir la contraseña. Anótalo y no se lo muestres a nadie: quienes dan su aval solo necesitan el número.',
  },
  vouch: {
    title: 'Dar tu aval por alguien que perdió su contraseña',
    lead: 'Alguien que perdió su contraseña y sus llaves de acceso te dice un número. Escríbelo aquí.',
    number: 'El número que te dijeron',
    find: 'Buscarlo',
    about: 'Este número es de',
    warning:
      'Quien te dio este número actuará como esta persona: votará, propondrá, firmará. Da tu aval solo si la conoces y lo oíste de ella misma, en persona o con una voz que conoces. En el registro consta que diste un aval; por quién, solo pueden leerlo ustedes.',
    confirm: 'Conozco a esta persona y ella misma me dijo el número.',
    submit: 'Dar mi aval',
  },
  list: {
    title: 'Si alguien pierde su contraseña',
    lead: 'Dos integrantes que la conocen dan su aval y después espera 72 horas. Lo ves aquí y en la primera página si se trata de ti.',
    vouch: 'Dar tu aval por alguien que perdió su contraseña',
    about: (names) => `Alguien pide entrar a tu cuenta. Dieron su aval: ${names.join(', ')}.`,
    stages: {
      vouching: 'Se espera un segundo aval hasta el',
      waiting: 'Se puede usar desde el',
      ripe: 'Ya se puede poner una contraseña nueva, hasta el',
    },
    notYou: 'Si no eres tú, detenlo y habla con quienes dieron su aval.',
    stop: 'Detenerlo: no soy yo',
    vouched: (name) => `Das tu aval por ${name}`,
    withdraw: (name) => `Retirarlo (${name})`,
  },
}
