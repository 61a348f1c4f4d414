/** The words of the list of work and of visits, in English; the shape of every other language. */
export const visitsEn = {
  again: 'Interview again',
  againWhy: 'Your supervisor asks for it:',
  againNoWhy: 'Your supervisor gave no reason.',
  againBy: (name: string) => `held by ${name}`,
  callBacks: 'To call back',
  allCallBacks: (count: number) => `All ${count} to call back`,
  backChecks: 'Back-checks',
  people: 'People to interview',
  allPeople: (count: number) => (count === 1 ? 'Whole list (1 person)' : `Whole list (${count} people)`),
  nothingOpen: 'Nobody is left to interview.',
  updated: (when: string) => `List updated ${when}.`,
  updatedOld: (when: string) => `List updated ${when}. It works on; update it when there is a network.`,
  update: 'Update',
  updating: 'Updating…',
  goOn: 'Go on',
  numberOf: (id: string) => `No. ${id}`,

  listTitle: 'People on the list',
  search: 'Name, phone or number',
  filter: 'Show',
  filterOpen: 'To do',
  filterCallBack: 'To call back',
  filterDone: 'Done',
  filterAll: 'All',
  found: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  foundNone: 'Nobody like this is on the list.',
  more: 'Show more',

  phone: 'Phone',
  address: 'Address',
  notes: 'Notes',
  branch: 'Branch',
  attempts: (count: number) =>
    count === 0 ? 'Not visited yet' : count === 1 ? 'Visited once' : `Visited ${count} times`,
  start: 'Start the interview',
  startAnyway: 'Interview all the same',
  resume: 'Go on with the interview',
  noInterview: 'No interview this time?',
  outcome: 'What happened?',
  outcomes: {
    completed: 'Interviewed',
    'not-found': 'Nobody there',
    'call-back': 'Come back another time',
    refused: 'Does not want to take part',
    moved: 'Lives or works elsewhere now',
    ineligible: 'Not someone we ask (business closed, for example)',
    partial: 'Stopped in the middle; enough was answered',
    'broken-off': 'Stopped in the middle; will not go on',
  },
  callBackOn: (when: string) => `Come back: ${when}`,
  stopped: 'The unfinished interview stays under “Not finished yet” on this tablet.',
  day: 'Which day?',
  dayLater: 'Later days',
  dayEarlier: 'Earlier days',
  hour: 'At what time?',
  anyHour: 'Any time',
  note: 'Note for the next visit',
  noteHint: 'Only what is needed, and nothing about health, faith or family.',
  save: 'Save',
  outcomeMissing: 'Choose what happened.',
  dayMissing: 'Choose a day.',
  saveFailed: 'It could not be saved. Free some space on the tablet, then try again.',
  saved: 'Saved on this tablet. It is sent by itself.',
  toHome: 'Back to my day',

  checkTitle: 'Back-check',
  checkText:
    'Someone of us interviewed this person. Ask a few of the questions again. You need not know what was said then.',
  checkDue: (when: string) => `until ${when}`,
  checkHow: 'How do you ask?',
  checkVisit: 'I am with the person',
  checkPhone: 'By phone',
  checkStart: (count: number) => (count === 1 ? 'Ask 1 question' : `Ask ${count} questions`),
  checkNone: 'Could you not ask?',
  checkOutcomes: {
    denied: 'Says that nobody came for an interview',
    refused: 'Does not want to answer again',
    'not-found': 'Could not be reached',
  },
  checkSaved: 'The back-check is saved on this tablet. It is sent by itself.',
  checkUnknown: 'These questions are newer than this app. Update Waymark with a network, then try again.',
};

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: never) => string
      ? T[K]
      : Widened<T[K]>;
};

export type VisitTexts = Widened<typeof visitsEn>;
