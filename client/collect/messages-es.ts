import type { CollectTexts } from './messages-en.ts';

/** The tablet's words in Spanish. Awaits a native reader's check. */
export const messagesEs: CollectTexts = {
  appName: 'Waymark',
  synthetic: 'Estudio de demostración: datos inventados',
  language: 'Idioma',
  back: 'Atrás',
  next: 'Siguiente',
  home: 'Inicio',
  close: 'Cerrar',

  noStorageTitle: 'Este navegador no puede guardar entrevistas con seguridad',
  noStorageText:
    'No le dio espacio a Waymark. Pasa en una ventana privada, o si el almacenamiento está apagado. Abra Waymark en una ventana normal; aquí no se puede registrar nada.',
  notSecureText:
    'Esta dirección no es segura (https), y por eso el navegador no deja trabajar sin conexión. Pida a su oficina la dirección https.',

  enrolTitle: 'Vincular esta tableta a un estudio',
  enrolText:
    'Su oficina le da un código corto. Solo esta vez necesita conexión; después puede trabajar sin ella.',
  enrolAgainText:
    'Un código nuevo reemplaza el vínculo anterior. Los borradores y las entrevistas sin enviar se quedan en esta tableta.',
  enrolCode: 'Código',
  enrolDeviceName: 'Nombre de esta tableta',
  enrolDeviceNameHint: 'Para que su oficina la distinga de las demás, por ejemplo «Tableta 7».',
  enrolButton: 'Vincular esta tableta',
  enrolWorking: 'Vinculando…',
  enrolWrongCode: 'Este código no se conoce o ya venció. Revise cada letra, o pida uno nuevo a su oficina.',
  enrolTooMany: 'Demasiados intentos. Espere unos minutos y pruebe otra vez.',
  enrolOffline:
    'No hay conexión con el servidor. Para vincular se necesita red; vaya a donde haya y pruebe otra vez.',
  enrolNotWaymark:
    'Respondió otra cosa, no Waymark. El wifi público suele pedir que se registre: abra cualquier página, regístrese y pruebe otra vez.',
  enrolServerError:
    'El servidor tiene un problema en este momento. La tableta está bien; pruebe otra vez en unos minutos.',
  enrolMissing: 'Escriba el código y un nombre para esta tableta.',

  homeStart: 'Empezar una entrevista',
  homeNotEnrolled: 'Esta tableta aún no está vinculada a un estudio.',
  homeDrafts: 'Sin terminar',
  homeDraftBegun: (when) => `empezada ${when}`,
  homeResume: 'Continuar',
  homeOutbox: 'Bandeja de salida',
  homeNothingWaits: 'Todo está enviado.',
  homeWaiting: (count) =>
    count === 1 ? '1 entrevista espera su envío' : `${count} entrevistas esperan su envío`,
  homeOldest: (when) => `la más antigua desde ${when}`,
  homeSafe: 'Están seguras en esta tableta hasta que el servidor confirme cada una.',
  homeSetAside: (count) =>
    count === 1
      ? '1 entrevista se recibió y quedó apartada para que la oficina la revise'
      : `${count} entrevistas se recibieron y quedaron apartadas para que la oficina las revise`,
  homeOpenOutbox: 'Abrir la bandeja de salida',
  homeTablet: 'Esta tableta',
  offlineReady: 'Lista para trabajar sin conexión',
  offlinePreparing: 'Preparándose para trabajar sin conexión… siga conectada',
  offlineNot:
    'Aún no puede trabajar sin conexión: abra Waymark una vez con red y espere a que cambie esta línea',
  offlineUnsupported: 'Este navegador no puede trabajar sin conexión aquí. Use Chrome y una dirección https.',
  storageKept: 'El navegador conservará sus entrevistas',
  storageNotKept:
    'El navegador podría borrar su almacenamiento si la tableta se llena. Instale Waymark en la pantalla de inicio y envíe a menudo.',
  updateReady: 'Hay una versión nueva.',
  updateButton: 'Actualizar ahora',
  updateBlocked: 'Hay una entrevista abierta en otra pestaña. Termínela o ciérrela, y luego actualice.',
  relink: 'Vincular a otro estudio',
  revokedTitle: 'Su oficina dio de baja esta tableta.',
  revokedText:
    'Las entrevistas terminadas siguen seguras y aún se envían a la oficina, que revisará cada una. Después la tableta se vacía; las no terminadas se envían como están. Para seguir trabajando, pida un código nuevo a su oficina.',
  revokedLink: 'Vincular con un código nuevo',

  startTitle: 'Nueva entrevista',
  startLanguage: 'Idioma de la entrevista',
  startBranch: 'Sucursal',
  startChooseBranch: 'Elija una sucursal',
  startEnumerator: 'Su nombre',
  startButton: 'Empezar',
  startMissing: 'Elija una sucursal.',
  startFailed:
    'No se pudo crear la entrevista porque la tableta no pudo guardarla. Libere espacio y pruebe otra vez.',

  interviewPage: (page, of) => `Parte ${page} de ${of}`,
  interviewSaved: 'Guardado en esta tableta',
  interviewSaving: 'Guardando…',
  interviewNotSaved: '¡No se guardó! La tableta no pudo escribir la última respuesta.',
  interviewNotSavedHint:
    'Sus respuestas siguen en pantalla. Libere espacio en la tableta y toque «Guardar otra vez». No cierre esta página.',
  interviewSaveAgain: 'Guardar otra vez',
  interviewTranslation: 'Esta traducción aún espera la revisión de un lector nativo.',
  interviewLeave: 'Parar por ahora',
  interviewFinish: 'Revisar',
  interviewElsewhere:
    'Esta entrevista está abierta en otra pestaña. Siga allí, o cierre primero esa pestaña.',
  interviewMissing:
    'Esta entrevista no está en esta tableta como borrador. Ya se terminó, o se empezó en otra tableta.',
  interviewCannotOpen:
    'No se pudieron abrir las preguntas de esta entrevista. Las respuestas están seguras. Conéctese a la red, recargue y pruebe otra vez.',
  interviewReload: 'Recargar',
  errorRequired: 'Elija una respuesta, por favor. «No sabe» también es una respuesta.',
  errorNumber: (from, to) => `Escriba un número de ${from} a ${to}, por favor.`,
  errorsOnPage: (count) =>
    count === 1 ? 'Una pregunta necesita otra mirada.' : `${count} preguntas necesitan otra mirada.`,
  severalAnswers: 'Puede haber más de una respuesta',
  optional: 'Puede quedar vacío',

  reviewTitle: 'Antes de terminar',
  reviewText: 'Al terminar, las respuestas ya no se pueden cambiar.',
  reviewNoConsent: 'La persona no quiere participar. Se registra solo eso, nada más.',
  reviewAnswered: (count) => (count === 1 ? '1 pregunta respondida' : `${count} preguntas respondidas`),
  reviewNoAnswer: 'sin respuesta',
  reviewChange: 'Cambiar',
  reviewFinish: 'Terminar la entrevista',
  reviewFailed:
    'No se pudo terminar la entrevista porque la tableta no pudo guardarla. Nada se perdió; libere espacio y pruebe otra vez.',

  resultThanks: '¡Gracias!',
  resultNoConsentTitle: 'Gracias por su tiempo',
  resultNoConsentText: 'Usted decidió no participar. Está bien, y nada cambia para usted.',
  resultWhy: 'Por qué lo pensamos',
  resultNext: 'Qué podría probar ahora',
  resultScale:
    'Cuatro maneras de moverse en lo digital. Ninguna hace mejor a una persona; cada una tiene su próximo paso.',
  resultYouAreHere: 'usted está aquí',
  resultSaved: 'Guardado en esta tableta',
  resultDone: 'Listo',
  resultMissing:
    'La tarjeta se muestra una vez, justo después de la entrevista. Ahora la entrevista está sellada; solo su oficina puede abrirla.',

  outboxTitle: 'Bandeja de salida',
  outboxWaiting: 'En espera',
  outboxSent: 'Enviadas en los últimos días',
  outboxEmpty: 'Nada espera su envío.',
  outboxSendNow: 'Enviar ahora',
  outboxSending: 'Enviando…',
  outboxFinished: (when) => `terminada ${when}`,
  outboxTries: (count) => (count === 1 ? '1 intento' : `${count} intentos`),
  outboxLog: 'Registro de envíos',
  outboxLogEmpty: 'Todavía no se ha enviado nada.',
  stateQueued: 'Espera una red',
  stateSending: 'Enviándose',
  stateFailed: 'Se probará otra vez',
  stateQuarantined:
    'Apartada: el servidor no la acepta. Guarde un archivo de respaldo y entréguelo a su oficina.',
  stateReceipted: 'Confirmada por el servidor',
  stateSetAside: 'Recibida, y apartada para que la oficina la revise',
  problemOffline: 'No hay conexión con el servidor.',
  problemTimeout: 'La red fue demasiado lenta.',
  problemServerError: 'El servidor tuvo un problema.',
  problemNotAReceipt:
    'Algo respondió, pero no fue Waymark. El wifi público suele pedir que se registre: abra cualquier página, regístrese y pruebe otra vez.',
  problemWrongReceipt: 'El servidor confirmó otra cosa. La entrevista se queda aquí.',
  problemNotEnrolled:
    'El servidor ya no conoce esta tableta. Las entrevistas están seguras aquí; pida un código nuevo a su oficina y vincule la tableta otra vez.',
  problemRefused: 'El servidor no pudo aceptar esta entrevista como está.',
  eventReceipted: 'Confirmada',
  eventSetAside: 'Recibida, apartada',
  eventProblem: 'Problema',
  eventStudyRefreshed: 'Estudio actualizado',
  eventEnrolled: 'Tableta vinculada',

  lockButton: 'Bloquear',
  lockAfter: 'Bloquear solo después de',
  lockAfterMinutes: (count: number) => (count === 1 ? '1 minuto' : `${count} minutos`),
  unlockTitle: '¿Quién trabaja?',
  unlockWho: 'Usted',
  pin: 'PIN o frase secreta',
  pinLetters: 'Mi frase secreta tiene letras',
  unlockButton: 'Desbloquear',
  unlockWorking: 'Un momento…',
  unlockNew: 'Es mi primera vez en esta tableta',
  unlockKnown: 'Ya tengo un PIN',
  unlockForgot: '¿Olvidó su PIN?',
  unlockForgotText:
    'No se pierde nada. Lo terminado se envía sin PIN. Guarde un archivo de respaldo y entréguelo a su oficina: puede recuperar sus borradores. Para seguir trabajando, elija «Es mi primera vez en esta tableta».',
  unlockFailed: 'La tableta no pudo guardar. Libere espacio e inténtelo de nuevo.',
  pinWrong: 'Este PIN no es correcto.',
  pinWait: (seconds: number) => `Espere ${seconds} s antes de volver a intentarlo. No se pierde nada.`,
  newPersonTitle: 'Primera vez en esta tableta',
  newPersonText:
    'Su PIN protege sus entrevistas en esta tableta. Nadie más puede abrirlas, y las terminadas solo su oficina.',
  newPin: 'Nuevo PIN o frase secreta',
  newPinAgain: 'Lo mismo otra vez',
  newPinHint:
    'Al menos 6 cifras o letras. Una frase de varias palabras protege mucho mejor una tableta perdida que las cifras.',
  newPersonButton: 'Fijar el PIN y empezar',
  nameMissing: 'Escriba su nombre.',
  pinShort: 'Use al menos 6 cifras o letras.',
  pinSimple: 'Es demasiado fácil de adivinar. No repita una cifra ni cuente hacia arriba o abajo.',
  pinsDiffer: 'No son iguales. Escríbalos otra vez.',
  backupTitle: 'Respaldo',
  backupText:
    'Si no se puede enviar durante mucho tiempo: guarde todas las entrevistas de esta tableta en un archivo y llévelo a su oficina. Solo su oficina puede abrirlo.',
  backupButton: 'Guardar un archivo de respaldo',
  backupDone: (count: number) =>
    count === 0
      ? 'No hay nada que guardar.'
      : count === 1
        ? '1 entrevista está en el archivo.'
        : `${count} entrevistas están en el archivo.`,
  backupLeft: (count: number) =>
    `${count} todavía no pudieron entrar en el archivo. Abra Waymark una vez con red y guarde de nuevo.`,
  backupFailed: 'No se pudo crear el archivo. Libere espacio e inténtelo de nuevo.',
  outboxNumber: (number: string) => `N.º ${number}`,
  eventCleared: 'Tableta vaciada tras ser revocada',
};
