/** The tablet's words in English; the shape of every other language. */
export const messagesEn = {
  appName: 'Waymark',
  synthetic: 'Demo study: made-up data',
  language: 'Language',
  back: 'Back',
  next: 'Next',
  home: 'Home',
  close: 'Close',

  noStorageTitle: 'This browser cannot keep interviews safe',
  noStorageText:
    'It gave Waymark no storage. That happens in a private window, or where storage is switched off. Open Waymark in a normal window; nothing can be recorded here.',
  notSecureText:
    'This address is not secure (https), so the browser does not let Waymark work offline. Ask your office for the https address.',

  enrolTitle: 'Link this tablet to a study',
  enrolText:
    'Your office gives you a short code. You need a network for this once; afterwards you can work without.',
  enrolAgainText: 'A new code replaces the old link. Drafts and unsent interviews stay on this tablet.',
  enrolCode: 'Code',
  enrolDeviceName: 'Name of this tablet',
  enrolDeviceNameHint: 'So that your office can tell it from the others, for example “Tablet 7”.',
  enrolButton: 'Link this tablet',
  enrolWorking: 'Linking…',
  enrolWrongCode:
    'This code is not known, or it is too old. Check each letter, or ask your office for a new one.',
  enrolTooMany: 'Too many tries. Wait a few minutes, then try again.',
  enrolOffline: 'No connection to the server. Linking needs a network; go where there is one and try again.',
  enrolNotWaymark:
    'Something else answered, not Waymark. Public Wi-Fi often wants you to sign in first: open any web page, sign in, then try again.',
  enrolServerError:
    'The server has a problem just now. Nothing is wrong with this tablet; try again in a few minutes.',
  enrolMissing: 'Fill in the code and a name for this tablet.',

  homeStart: 'Start an interview',
  homeNotEnrolled: 'This tablet is not linked to a study yet.',
  homeDrafts: 'Not finished yet',
  homeDraftBegun: (when: string) => `begun ${when}`,
  homeResume: 'Go on',
  homeOutbox: 'Outbox',
  homeNothingWaits: 'Everything has been sent.',
  homeWaiting: (count: number) =>
    count === 1 ? '1 interview waits to be sent' : `${count} interviews wait to be sent`,
  homeOldest: (when: string) => `the oldest since ${when}`,
  homeSafe: 'They are safe on this tablet until the server has confirmed each one.',
  homeSetAside: (count: number) =>
    count === 1
      ? '1 interview was received and set aside for the office to look at'
      : `${count} interviews were received and set aside for the office to look at`,
  homeOpenOutbox: 'Open outbox',
  homeTablet: 'This tablet',
  offlineReady: 'Ready to work offline',
  offlinePreparing: 'Getting ready to work offline… stay connected',
  offlineNot: 'Not ready to work offline: open Waymark once with a network and wait for this line to change',
  offlineUnsupported: 'This browser cannot work offline here. Use Chrome, and an https address.',
  storageKept: 'The browser will keep your interviews',
  storageNotKept:
    'The browser might clear its storage when the tablet is full. Install Waymark to the home screen, and send often.',
  updateReady: 'A new version is ready.',
  updateButton: 'Update now',
  updateBlocked: 'An interview is open in another tab. Finish it or close it, then update.',
  relink: 'Link to another study',
  revokedTitle: 'Your office has revoked this tablet.',
  revokedText:
    'The finished interviews on it stay safe and still go to the office, which will look at each one. Then the tablet clears itself; unfinished ones go along as they are. To go on working, ask your office for a new code.',
  revokedLink: 'Link with a new code',

  startTitle: 'New interview',
  startLanguage: 'Language of the interview',
  startBranch: 'Branch',
  startChooseBranch: 'Choose a branch',
  startEnumerator: 'Your name',
  startButton: 'Begin',
  startMissing: 'Choose a branch.',
  startFailed:
    'The interview could not be created, because the tablet could not save it. Free some space, then try again.',

  interviewPage: (page: number, of: number) => `Part ${page} of ${of}`,
  interviewSaved: 'Saved on this tablet',
  interviewSaving: 'Saving…',
  interviewNotSaved: 'Not saved! The tablet could not write the last answer.',
  interviewNotSavedHint:
    'Your answers are still on screen. Free some space on the tablet, then tap “Save again”. Do not close this page.',
  interviewSaveAgain: 'Save again',
  interviewTranslation: 'This translation still awaits a check by a native reader.',
  interviewLeave: 'Stop for now',
  interviewFinish: 'Review',
  interviewElsewhere: 'This interview is open in another tab. Go on there, or close that tab first.',
  interviewMissing:
    'This interview is not on this tablet as a draft. It was finished, or it was begun on another tablet.',
  interviewCannotOpen:
    'The questions of this interview could not be opened. The answers are safe. Connect to the network, reload, and try again.',
  interviewReload: 'Reload',
  errorRequired: 'Please choose an answer. “Don’t know” is an answer too.',
  errorNumber: (from: number, to: number) => `Please give a number from ${from} to ${to}.`,
  errorsOnPage: (count: number) =>
    count === 1 ? 'One question needs another look.' : `${count} questions need another look.`,
  severalAnswers: 'More than one answer is possible',
  optional: 'May stay empty',

  reviewTitle: 'Before you finish',
  reviewText: 'Once finished, the answers can no longer be changed.',
  reviewNoConsent: 'The person does not want to take part. Only that is recorded, nothing else.',
  reviewAnswered: (count: number) => (count === 1 ? '1 question answered' : `${count} questions answered`),
  reviewNoAnswer: 'no answer',
  reviewChange: 'Change',
  reviewFinish: 'Finish the interview',
  reviewFailed:
    'The interview could not be finished, because the tablet could not save it. Nothing is lost; free some space and try again.',

  resultThanks: 'Thank you!',
  resultNoConsentTitle: 'Thank you for your time',
  resultNoConsentText: 'You chose not to take part. That is fine, and nothing changes for you.',
  resultWhy: 'Why we think so',
  resultNext: 'What you could try next',
  resultScale:
    'Four ways of being at home with digital services. None is better as a person; each has its own next step.',
  resultYouAreHere: 'you are here',
  resultSaved: 'Saved on this tablet',
  resultDone: 'Done',
  resultMissing:
    'The card is shown once, right after the interview. The interview is sealed now; only your office can open it.',

  outboxTitle: 'Outbox',
  outboxWaiting: 'Waiting',
  outboxSent: 'Sent in the last days',
  outboxEmpty: 'Nothing waits to be sent.',
  outboxSendNow: 'Send now',
  outboxSending: 'Sending…',
  outboxFinished: (when: string) => `finished ${when}`,
  outboxTries: (count: number) => (count === 1 ? 'tried once' : `tried ${count} times`),
  outboxLog: 'Sync log',
  outboxLogEmpty: 'Nothing has been sent yet.',
  stateQueued: 'Waiting for a network',
  stateSending: 'Being sent',
  stateFailed: 'Will be tried again',
  stateQuarantined: 'Set aside: the server does not take it. Save a backup file and give it to your office.',
  stateReceipted: 'Confirmed by the server',
  stateSetAside: 'Received, and set aside for the office to look at',
  problemOffline: 'No connection to the server.',
  problemTimeout: 'The network was too slow.',
  problemServerError: 'The server had a problem.',
  problemNotAReceipt:
    'Something answered, but not Waymark. Public Wi-Fi often wants you to sign in first: open any web page, sign in, then try again.',
  problemWrongReceipt: 'The server confirmed something else. The interview stays here.',
  problemNotEnrolled:
    'The server no longer knows this tablet. The interviews are safe here; ask your office for a new code and link the tablet again.',
  problemRefused: 'The server could not take this interview as it is.',
  eventReceipted: 'Confirmed',
  eventSetAside: 'Received, set aside',
  eventProblem: 'Problem',
  eventStudyRefreshed: 'Study updated',
  eventEnrolled: 'Tablet linked',

  lockButton: 'Lock',
  lockAfter: 'Lock by itself after',
  lockAfterMinutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
  unlockTitle: 'Who is working?',
  unlockWho: 'You',
  pin: 'PIN or passphrase',
  pinLetters: 'My passphrase has letters',
  unlockButton: 'Unlock',
  unlockWorking: 'One moment…',
  unlockNew: 'I am new on this tablet',
  unlockKnown: 'I have a PIN already',
  unlockForgot: 'PIN forgotten?',
  unlockForgotText:
    'Nothing is lost. What is finished is sent without a PIN. Save a backup file and give it to your office: it can recover your drafts. To go on working, choose “I am new on this tablet”.',
  unlockFailed: 'The tablet could not save. Free some space, then try again.',
  pinWrong: 'This PIN is not right.',
  pinWait: (seconds: number) => `Wait ${seconds} s before the next try. Nothing is lost.`,
  newPersonTitle: 'First time on this tablet',
  newPersonText:
    'Your PIN locks your interviews on this tablet. Nobody else can open them, and a finished one only your office.',
  newPin: 'New PIN or passphrase',
  newPinAgain: 'The same again',
  newPinHint:
    'At least 6 digits or letters. A passphrase of several words protects a lost tablet far better than digits.',
  newPersonButton: 'Set PIN and begin',
  nameMissing: 'Give your name.',
  pinShort: 'Use at least 6 digits or letters.',
  pinSimple: 'This is too easy to guess. Do not repeat one digit, nor count up or down.',
  pinsDiffer: 'The two are not the same. Type them once more.',
  backupTitle: 'Backup',
  backupText:
    'If sending does not work for long: save all interviews of this tablet to a file and bring it to your office. Only your office can open it.',
  backupButton: 'Save a backup file',
  backupDone: (count: number) =>
    count === 0
      ? 'There is nothing to save.'
      : count === 1
        ? '1 interview is in the file.'
        : `${count} interviews are in the file.`,
  backupLeft: (count: number) =>
    `${count} could not go into the file yet. Open Waymark once with a network, then save again.`,
  backupFailed: 'The file could not be made. Free some space, then try again.',
  outboxNumber: (number: string) => `No. ${number}`,
  eventCleared: 'Tablet cleared after it was revoked',
};

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

export type CollectTexts = Widened<typeof messagesEn>;
