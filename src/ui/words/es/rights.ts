import type * as en from '../en/rights.ts'

export const rights: typeof en.rights = {
  title: 'Derechos',
  lead: 'Lo que aquí no puede quitar ninguna mayoría, ningún cargo ni ninguna unidad superior. Cada derecho tiene un mínimo por debajo del cual no se acepta ningún reglamento, y una prueba en el código que lo demuestra.',
  floor: 'Mínimo',
  proof: 'Lo demuestra',
  refused:
    'Una moción o un cambio de reglamento que quitara uno de estos derechos se rechaza al proponerse, con la razón.',
  powers: 'Cada uso de poder sobre una persona',
  rulebook: 'El reglamento vigente',
  list: {
    debate: {
      right: 'Nada se vota antes de poder debatirse',
      floor: 'debate de 72 horas como mínimo, votación de 24, informes de minoría durante al menos 14 días',
    },
    roll: {
      right: 'No se trae a nadie para una votación',
      floor:
        'quien no tenía voto cuando se anunció una votación no lo tiene en ella; al menos 14 días desde la admisión hasta el primer voto',
    },
    rules: {
      right: 'Ningún cambio de reglas alcanza lo que está en curso',
      floor: 'las reglas de una moción, una elección y una petición son las de su comienzo',
    },
    waiting: {
      right: 'A nadie se le hace esperar mucho',
      floor:
        'debate de 90 días como máximo, votación de 60, primer voto en 183 días, al menos 3 días para los apoyos',
    },
    tendency: {
      right: 'Quien quiere se une en una tendencia, y nadie más la termina, la renombra ni la oculta',
      floor:
        'como máximo 3 personas o 1/50 del padrón, lo que sea mayor; al menos 30 días por debajo antes de terminar',
    },
    amendment: {
      right: 'Las enmiendas de una tendencia siguen en el orden del día',
      floor: 'tres por moción se votan sin apoyos',
    },
    seats: {
      right: 'Quien salió en proporción ocupa su puesto',
      floor:
        'varios puestos se cubren siempre en proporción; cerrar un cargo no termina ninguna elección en curso',
    },
    majority: {
      right: 'Pocas personas no obligan a muchas, y ninguna mayoría de un día cambia lo que todas aceptaron',
      floor:
        'puntos, reglas y unidades con 3/5 como mínimo; ninguna regla pide más de 3/4; un quórum de 1/20 como mínimo',
    },
    recall: {
      right: 'Quien dio un mandato lo retira, y ninguno se renueva solo',
      floor:
        'una petición de 1/5 del padrón como máximo, al menos 14 días para firmar; un plazo de 732 días como máximo',
    },
    charge: {
      right: 'Nadie queda suspendido ni expulsado sin cargo, panel por sorteo, voto secreto y recurso',
      floor:
        'al menos 2 que presentan el cargo, 14 días de aviso, un panel de 3; 2/3 de los votos emitidos para expulsar; 30 días para recurrir antes de que nada valga',
    },
    protection: {
      right: 'Nadie bajo cargos pierde el voto, ni otra cosa sin votación, antes de que resuelva un panel',
      floor:
        'una medida cautelar solo deja en suspenso proponer y presentarse, por 30 días como máximo; 3 días para responder, después 2/3 de los votos emitidos; una apelación enseguida; una vez mientras alguien está bajo cargos',
    },
    texts: {
      right: 'Lo que escribes sigue siendo tuyo, y legible',
      floor:
        'solo se oculta por una norma que valía cuando se escribió; cualquiera puede abrirlo; solo lo borra quien lo escribió',
    },
    appeal: {
      right: 'Un panel por sorteo mira lo que se ocultó',
      floor: 'al menos 14 días para recurrir (aquí 30); sin decisión, el texto vuelve a mostrarse',
    },
    standing: {
      right: 'Ninguna situación caduca sin aviso y tiempo para regularizarla o impugnarlo',
      floor:
        'al menos 14 días de aviso; mientras se impugna nada caduca; sin decisión, el aviso queda anulado',
    },
    units: {
      right: 'Nadie ajeno rehace, fusiona o disuelve una unidad, ni muda a nadie de lugar',
      floor: 'no existe ningún acto para ello; una unidad cambia su nombre y sus reglas con su propio voto',
    },
    branches: {
      right: 'Ninguna unidad superior lleva a otra por debajo de los mínimos',
      floor: 'lo que una unidad exige a las de abajo solo puede ser más estricto que los mínimos',
    },
    powers: {
      right: 'Todas pueden ver cada uso de poder sobre una persona',
      floor: 'están en la página y en plenum audit, con si se cumplieron las reglas',
    },
  },
}

export const powers: typeof en.powers = {
  title: 'Poder sobre las personas',
  lead: 'Cada vez que se usó poder sobre una persona: con qué entrada, por quién, sobre quién. Cada una se comprobó con las reglas al registrarse; la auditoría en tu propia máquina las comprueba todas de nuevo.',
  none: 'Nunca se ha usado.',
  audit: 'Cómo auditar',
  by: 'por',
  closed: 'alguien a quien el registro no nombra',
  names: {
    struck: 'Salida del padrón fundacional',
    refused: 'Solicitud rechazada',
    noticed: 'Aviso de que la situación caduca',
    lapsed: 'Situación caducada',
    erased: 'Datos de una persona borrados',
    recalled: 'Revocación de un cargo por votación',
    hidden: 'Texto ocultado',
    bound: 'Medida de un caso en vigor',
    separated: 'Orden de mantenerse separadas',
    restricted: 'Medida cautelar hasta que se decida un caso',
    recovered: 'Acceso recuperado con avales',
  },
}
