import type { secretVotes as english } from '../en/secret-votes.ts'

export const secretVotes: typeof english = {
  lead: 'Esta votación es secreta. Tu navegador hace una clave propia, la hace firmar sin mostrarla y deposita la papeleta con esa clave: por lo que se guarda nadie puede saber de quién es cada papeleta, y después del cierre todo el mundo puede volver a contarlas.',
  needsScript:
    'Una papeleta secreta se ciega y se firma en tu propio navegador, y para eso hace falta JavaScript: sin él tendría que hacerlo el servidor, y podría leer tu voto. Actívalo para este sitio, usa otro dispositivo o vota en una mesa de votación.',
  cast: 'Depositar mi papeleta secreta',
  keysLead: (until: string) =>
    `En esta votación las claves van primero: consigue la tuya hasta ${until}. Después se cierra la lista de claves a la vista de todo el mundo y empieza la votación. Quien no tenga clave para entonces no podrá votar.`,
  getKey: 'Conseguir mi clave',
  hasKey: 'Este dispositivo tiene tu clave. Vuelve cuando empiece la votación.',
  renewed: {
    lost: (at: string) =>
      `Esta votación empezó de nuevo el ${at}: se perdieron las claves que guardaban sus papeletas, y nadie puede leerlas ya. Quien había votado antes tiene que votar otra vez.`,
    restored: (at: string) =>
      `Esta votación empezó de nuevo el ${at}: el registro se repuso de una copia, que no lleva claves de votaciones. Quien había votado antes tiene que votar otra vez.`,
  },
  issuers: {
    title: 'Quién firma tu clave',
    lead: (k: number, all: number) =>
      `Tienen que firmar tu clave ${k} de ${all} emisores: este servidor, donde iniciaste sesión, y ${k - 1} de los que nombraron las personas integrantes, cualesquiera.`,
    codes:
      'Cada uno de los otros te dio un código propio, por su propio medio. Escribe los códigos que tengas; puede faltar algún emisor mientras firmen bastantes. Los códigos no se guardan en este dispositivo.',
    code: (name: string) => `Tu código con ${name}`,
    gave: (name: string, issued: number) => `${name}: ${issued} claves firmadas`,
    compare:
      'Quien maneja uno de estos emisores puede comparar este número con el suyo: tienen que ser iguales. De un emisor que no avisó a tiempo es lo que llegó con su firma.',
  },
  waiting: {
    lead: (needed: number, lacking: readonly string[]) =>
      `La votación secreta está aplazada: tienen que firmar cada clave ${needed} emisores, y muy pocos entregaron una para ella. Faltan: ${lacking.join(', ')}. Se abre sola en cuanto haya bastantes.`,
    since: 'Espera desde',
    others: 'Proponer otros emisores: esa votación es abierta y no necesita claves',
  },
  slip: 'Tu resguardo',
  slipLead:
    'Estas doce palabras son tu voto. Con ellas puedes volver a votar desde cualquier dispositivo hasta el cierre y encontrar después tu papeleta en el tablón. Apúntalas si quieres; no se las muestres a nadie: quien las tenga puede ver cómo votaste y votar en tu lugar.',
  receipt: 'Recibo',
  receiptLead:
    'Tu papeleta está en la urna y el servidor firmó por ella. Guarda el recibo: si tu papeleta faltara en el tablón después del cierre, lo demuestra, y no dice cómo votaste.',
  receiptFile: 'Descargar el recibo',
  elsewhere: 'Empecé en otro dispositivo',
  elsewhereLead:
    'A cada integrante se le da una clave una sola vez. Escribe las doce palabras de tu resguardo para seguir aquí, o vuelve a aquel dispositivo. Sin una cosa ni la otra nadie puede darte una segunda clave: si no, alguien podría votar dos veces.',
  words: 'Las doce palabras',
  takeWords: 'Seguir con estas palabras',
  forget: 'Olvidar esta votación en este dispositivo',
  forgetLead: 'Si no, quien use este navegador después de ti podría ver tu resguardo y, con él, tu papeleta.',
  find: 'Encontrar mi papeleta en el tablón',
  findLead:
    'Tu navegador busca la papeleta de tu resguardo entre todas las del tablón y la compara con tu recibo.',
  board: 'El tablón',
  boardLead: (issued: number, keys: number, cast: number) =>
    `Claves entregadas: ${issued}. Claves usadas o en la lista: ${keys}. Papeletas depositadas: ${cast}.`,
  gap: (count: number) =>
    count === 0
      ? 'Cada clave entregada depositó una papeleta.'
      : `${count} de las claves entregadas no depositaron papeleta. Nadie puede haber añadido más papeletas que esas sin que se note: se sabe quién tomó parte, y esas personas pueden decir si votaron.`,
  small: (count: number) =>
    `Solo se depositaron ${count} papeletas. En una votación tan pequeña el propio resultado puede decir cómo votó alguien.`,
  protects: 'Qué está protegido y qué no',
  protected: [
    'Protegido: por lo que se guarda después del cierre (base de datos, copias, bitácoras, registro) nadie puede saber de quién es cada papeleta. Antes del cierre ninguna página muestra papeletas ni recuentos.',
    'Donde varios emisores firman cada clave: quien maneja este servidor no puede hacer claves para quienes no participan, salvo que le ayuden bastantes de los otros. Es esta página la que te pide los códigos; una página cambiada solo para ti podría quedarse con uno, y entonces el emisor te diría que ya firmó una clave tuya.',
    'Protegido: todo el mundo puede comprobar que cada papeleta viene de la clave de una persona integrante, una por cabeza, y volver a contar.',
    'No protegido: quien maneja el servidor podría vigilarlo mientras la votación está abierta, ver cuándo pides tu clave y cuándo llega una papeleta, y mirar en la urna. Donde las claves van primero, ambas cosas quedan muy separadas.',
    'No protegido: alguien que está detrás de ti o te obliga a mostrar tu resguardo. Votar de nuevo más tarde deshace lo que te obligaron a hacer; tu resguardo sigue mostrando la última papeleta.',
    'No protegido: un orden largo de candidaturas puede ser una firma acordada de antemano.',
    'No protegido: tu dispositivo. Un programa que lee tu pantalla lee tu voto.',
  ],
  script: {
    working:
      'Trabajando: tu navegador comprueba el registro, ciega, firma y espera un momento antes de enviar …',
    failed: 'Algo falló en tu navegador. No se perdió nada; inténtalo de nuevo.',
    incomplete: 'Tu papeleta todavía no está completa, o algún puesto no es un número entero.',
    cast: 'Tu papeleta está en la urna. Puedes volver a votar hasta el cierre; cuenta la última papeleta.',
    registered:
      'Tu clave está en la lista. Vuelve con este dispositivo, o con tu resguardo, cuando empiece la votación.',
    silent:
      'El servidor no respondió. No se perdió nada: inténtalo de nuevo, tu navegador sigue donde estaba.',
    'opening-unproved':
      'La apertura de esta votación no está en el registro que este navegador conoce. No votes aquí; avisa a otras personas integrantes y comparen sus puntos de control.',
    issuerSigned: 'Firmó tu clave.',
    issuerSilent:
      'No responde. No se perdió nada: otro emisor puede ocupar su lugar, y se le puede volver a preguntar más tarde.',
    issuerWrong: 'Firmó otra cosa y no tu clave. Avisa a otras personas integrantes.',
    issuerNoCode: 'No se le preguntó: no escribiste ningún código.',
    issuersFew:
      'Hasta ahora firmaron {have} de los {k} emisores que hacen falta, y lo que firmaron está guardado en este dispositivo. Escribe el código de otro o inténtalo más tarde; con tu resguardo también puedes seguir desde otro dispositivo.',
    'answer-wrong':
      'El servidor firmó otra cosa y no tu clave. No votes aquí; avisa a otras personas integrantes.',
    'receipt-wrong':
      'El servidor no dio recibo de esta misma papeleta. Inténtalo de nuevo y avisa a otras personas integrantes si sigue así.',
    wordsWrong:
      'Estas no son las doce palabras de un resguardo. Busca una palabra mal escrita o dos en orden cambiado.',
    wordsTaken: 'Este dispositivo tiene ahora tu resguardo: puedes volver a votar.',
    forgotten: 'Este dispositivo ya no sabe nada de tu voto.',
    nothingKept:
      'Este dispositivo no tiene resguardo de esta votación. Escribe arriba las doce palabras del tuyo.',
    found: 'Tu papeleta es la número {place} de {all} del tablón. Dice: {choice}.',
    notFound: 'No hay papeleta de tu resguardo en el tablón, y este dispositivo no tiene recibo de ninguna.',
    convicted:
      'El tablón no tiene la papeleta de tu recibo. El recibo demuestra que se recibió: muéstralo a otras personas integrantes. No dice cómo votaste.',
  },
}
