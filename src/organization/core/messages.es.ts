import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { OrganizationCode } from './messages.en.ts'

const { sayCount, sayMoment } = speechIn('es')

export const spanish: Sentences<OrganizationCode> = {
  'unknown-act': ({ type }) => `No existe ningún acto del tipo “${say(type)}”.`,
  // What the schema's checker says of the problem is English, and for whoever sends acts by program.
  malformed: ({ field }) => `El campo “${say(field)}” no es como tiene que ser.`,
  'wrong-position': ({ expected, found }) =>
    `La entrada está en la posición ${say(found)}, donde sigue la ${say(expected)}.`,
  'wrong-law': ({ expected, found }) =>
    `La entrada nombra la versión ${say(found)} de las reglas de procedimiento; rige la ${say(expected)}.`,
  'newer-law': ({ law, known }) =>
    `El registro sigue la versión ${say(law)} de las reglas de procedimiento; este programa conoce la ${say(known)}. Actualiza Plenum; hasta entonces no se puede registrar nada aquí.`,
  'law-out-of-order': () => 'Las versiones de las reglas de procedimiento se siguen una a otra sin huecos.',
  'restored-elsewhere': ({ size }) =>
    `El registro dice que fue restaurado en la entrada ${say(size)}, y eso está en otro lugar.`,
  'nothing-recorded': () =>
    'Aquí todavía no se ha registrado nada. Inicia el servidor y funda la organización en la página que muestra.',
  'body-closed': ({ type }) =>
    `Esto y lo que depende de ello no se pudo comprobar: lo que dice está cerrado para quien hizo la exportación (${say(type)}).`,
  'ballots-closed': ({ closed }) =>
    `El resultado no se pudo contar de nuevo: ${sayCount(closed, { one: 'voto emitido mientras la votación estaba abierta está cerrado', other: 'votos emitidos mientras la votación estaba abierta están cerrados' })} para quien hizo la exportación.`,
  'body-withheld': ({ type }) =>
    `Cualquier integrante puede leer esto (${say(type)}), y se dejó fuera de la exportación.`,
  'not-a-dump': () => 'Esto no es un volcado escrito por “plenum dump”.',
  'dump-line-damaged': ({ line }) => `La línea ${say(line)} del volcado está dañada. No se restauró nada.`,
  'dump-line-misplaced': ({ line }) =>
    `La línea ${say(line)} del volcado está donde no corresponde. No se restauró nada.`,
  'dump-cut': () => 'El volcado no está completo: faltan líneas. No se restauró nada.',
  'dump-empty': () => 'El volcado no contiene ningún registro. No se restauró nada.',
  'dump-unsound': ({ line, why }) =>
    `El registro del volcado no es íntegro${line === null ? '' : `, línea ${say(line)}`}: ${say(why)} No se restauró nada.`,
  'dump-newer': ({ what }) =>
    `El volcado contiene “${say(what)}”, que esta versión de Plenum no conoce. Hay que restaurarlo con la versión que lo escribió o con una posterior. No se restauró nada.`,
  'dump-changed': () => 'El archivo cambió mientras se leía. No se restauró nada.',
  'restored-other-root': () =>
    'El registro dice que fue restaurado de una copia con otra raíz que la de las entradas anteriores a esta.',
  'signed-for-other-log': ({ signed, origin }) =>
    `Los dispositivos de integrantes firmaron actos para el registro “${say(signed)}”, pero este es “${say(origin)}”: sus firmas pertenecen a otro registro.`,
  'restored-other-origin': ({ origin }) =>
    `El nombre del registro, ${say(origin)}, no corresponde a las restauraciones que el registro cuenta: cada una aumenta en uno el número del final.`,
  'something-is-due': ({ kind, since }) =>
    `Antes hay que registrar algo que venció el ${sayMoment(since)} (${say(kind)}).`,
  'not-founded': () => 'La organización todavía no está fundada.',
  'founding-closed': () =>
    'El padrón fundacional ya se sometió a votación, o está ratificado: ya no se puede cambiar así.',
  'not-ratified': () =>
    'Quienes integran la organización todavía no han ratificado el padrón y las reglas. Hasta entonces solo se puede debatir y votar la fundación.',
  'ratified-already': () => 'La fundación ya fue ratificada.',
  'not-a-member': () => 'Esto solo pueden hacerlo integrantes.',
  'standing-lapsed': () => 'Tu habilitación caducó. Quien lleva el padrón puede restablecerla.',
  'not-yourself': () => 'Esto solo lo puede registrar quien se nombra en ello.',
  'not-for-you': ({ type }) => `Un acto del tipo “${say(type)}” lo registra otra persona.`,
  'sign-in-needed': () => 'Primero inicia sesión.',
  'id-reused': () =>
    'Este formulario ya se envió con otro contenido. Vuelve a cargarlo y envíalo de nuevo; nada quedó registrado.',
  'nothing-entered': () => 'Nada quedó registrado. Inténtalo de nuevo.',
  stopping: () => 'El servidor se está deteniendo. Nada quedó registrado; inténtalo de nuevo en un momento.',
  'clock-jumped': ({ seconds }) =>
    `El reloj de la máquina saltó ${sayCount(seconds, { one: 'segundo', other: 'segundos' })}. No se registra nada hasta que quien opera el servidor lo corrija y vuelva a iniciar Plenum.`,
  'clock-behind': ({ last, now }) =>
    `El reloj de la máquina dice ${sayMoment(now)}, pero la última entrada es del ${sayMoment(last)}. Corrige el reloj y vuelve a iniciar Plenum.`,
  'clock-to-confirm': ({ last, now }) =>
    `La última entrada es del ${sayMoment(last)}, el reloj de la máquina dice ${sayMoment(now)}, y desde entonces algo venció. Si el reloj está bien, vuelve a iniciar Plenum con --clock-is-right.`,
  'clocks-differ': ({ seconds }) =>
    `Los relojes de esta máquina y de la base de datos difieren en ${sayCount(seconds, { one: 'segundo', other: 'segundos' })}. No se registra nada hasta que coincidan.`,
  'not-a-demonstration': () =>
    'Este es el registro de una organización real: su reloj no se puede mover. Inícialo sin la demostración.',
  'setup-code-wrong': () =>
    'Este no es el código. Está en la consola donde se inició Plenum; al iniciarlo de nuevo se muestra uno nuevo y el anterior deja de valer.',
  'operator-code-wrong': () =>
    'Este no es el código, o ya venció o se usó. Genera uno nuevo en la máquina donde funciona el servidor.',
  'no-preset': () => 'Elige uno de los reglamentos para empezar.',
  'no-points': () => 'Escribe al menos un punto de unidad, o elige ratificar sin ninguno.',
  'not-an-organizer': () => 'Esto solo puede hacerlo quien organiza y está en el padrón fundacional.',
  'apply-throttled': ({ minutes }) =>
    `Llegaron muchas solicitudes desde tu conexión. Inténtalo de nuevo en ${sayCount(minutes, { one: 'minuto', other: 'minutos' })}; nada quedó registrado.`,
  'passwords-differ': () => 'Las dos contraseñas no son iguales. Escríbelas de nuevo.',
  'cannot-be-judged': ({ why }) =>
    `La entrada se encuentra con un estado que ninguna secretaría habría creado: ${say(why)}`,
}
