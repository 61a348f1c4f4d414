import type { Texts } from '../i18n/texts.ts';

export interface StudyTexts {
  readonly title: string;
  readonly text: string;
  readonly loading: string;
  readonly noStudies: string;
  readonly study: string;
  readonly dates: string;
  readonly from: string;
  readonly until: string;
  readonly waves: string;
  readonly wavesText: string;
  readonly name: string;
  readonly addWave: string;
  readonly remove: string;
  readonly removeNamed: (what: string) => string;
  readonly frame: string;
  readonly frameText: string;
  readonly branch: string;
  readonly clientsOf: (branch: string) => string;
  readonly quotas: string;
  readonly quotasText: string;
  readonly allBranches: string;
  readonly group: string;
  readonly everybody: string;
  readonly interviews: string;
  readonly addQuota: string;
  readonly version: string;
  readonly versionText: (name: string, version: string) => string;
  readonly since: (version: string, when: string) => string;
  readonly newest: string;
  readonly moveTo: (version: string) => string;
  readonly moveText: string;
  readonly keep: string;
  readonly save: string;
  readonly saved: string;
  readonly notValid: string;
}

/** Texts of the page Study. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const studyTexts: Texts<StudyTexts> = {
  en: {
    title: 'Study',
    text: 'When the work goes on, how many clients each branch has, and how many interviews are wanted of whom.',
    loading: 'Fetching the study…',
    noStudies: 'There is no study yet. Make the first one.',
    study: 'Study',
    dates: 'First and last day',
    from: 'First day',
    until: 'Last day',
    waves: 'Waves',
    wavesText: 'Rounds of fieldwork. A wave that people on the list belong to cannot be removed.',
    name: 'Name',
    addWave: 'Add a wave',
    remove: 'Remove',
    removeNamed: (what) => `Remove ${what}`,
    frame: 'Clients of each branch',
    frameText: 'From the institution’s books. Blank where it is not known.',
    branch: 'Branch',
    clientsOf: (branch) => `Clients of ${branch}`,
    quotas: 'Quotas',
    quotasText: 'How many interviews are wanted of a branch, of a group, or of a group in a branch.',
    allBranches: 'All branches',
    group: 'Group',
    everybody: 'everybody',
    interviews: 'Interviews',
    addQuota: 'Add a quota',
    version: 'Version of the interview',
    versionText: (name, version) => `New interviews are held with ${name} ${version}.`,
    since: (version, when) => `${version} since ${when}`,
    newest: 'There is nothing newer.',
    moveTo: (version) => `Move to ${version}`,
    moveText:
      'New interviews use the new version from the next time a tablet is online. Interviews begun before keep theirs, and all of them count. There is no way back.',
    keep: 'Keep it as it is',
    save: 'Save',
    saved: 'Saved.',
    notValid: 'Something is missing or does not fit: look at the names, the days and the numbers.',
  },
  es: {
    title: 'Estudio',
    text: 'Cuándo se trabaja, cuántos clientes tiene cada sucursal y cuántas entrevistas se desean de quién.',
    loading: 'Buscando el estudio…',
    noStudies: 'Todavía no hay ningún estudio. Cree el primero.',
    study: 'Estudio',
    dates: 'Primer y último día',
    from: 'Primer día',
    until: 'Último día',
    waves: 'Rondas',
    wavesText: 'Rondas de trabajo de campo. Una ronda con personas en la lista no se puede quitar.',
    name: 'Nombre',
    addWave: 'Añadir una ronda',
    remove: 'Quitar',
    removeNamed: (what) => `Quitar ${what}`,
    frame: 'Clientes de cada sucursal',
    frameText: 'Según los libros de la institución. En blanco si no se sabe.',
    branch: 'Sucursal',
    clientsOf: (branch) => `Clientes de ${branch}`,
    quotas: 'Cuotas',
    quotasText: 'Cuántas entrevistas se desean de una sucursal, de un grupo o de un grupo en una sucursal.',
    allBranches: 'Todas las sucursales',
    group: 'Grupo',
    everybody: 'todas',
    interviews: 'Entrevistas',
    addQuota: 'Añadir una cuota',
    version: 'Versión de la entrevista',
    versionText: (name, version) => `Las nuevas entrevistas se hacen con ${name} ${version}.`,
    since: (version, when) => `${version} desde ${when}`,
    newest: 'No hay nada más nuevo.',
    moveTo: (version) => `Pasar a ${version}`,
    moveText:
      'Las nuevas entrevistas usan la versión nueva cuando la tableta vuelva a tener conexión. Las ya empezadas conservan la suya, y todas cuentan. No hay vuelta atrás.',
    keep: 'Dejarlo como está',
    save: 'Guardar',
    saved: 'Guardado.',
    notValid: 'Falta algo o no encaja: revise los nombres, los días y los números.',
  },
  hi: {
    title: 'अध्ययन',
    text: 'काम कब चलता है, हर शाखा के कितने ग्राहक हैं, और किससे कितने साक्षात्कार चाहिए।',
    loading: 'अध्ययन लाया जा रहा है…',
    noStudies: 'अभी कोई अध्ययन नहीं है। पहला बनाएँ।',
    study: 'अध्ययन',
    dates: 'पहला और आख़िरी दिन',
    from: 'पहला दिन',
    until: 'आख़िरी दिन',
    waves: 'दौर',
    wavesText: 'क्षेत्र कार्य के दौर। जिस दौर के लोग सूची में हैं, वह हटाया नहीं जा सकता।',
    name: 'नाम',
    addWave: 'दौर जोड़ें',
    remove: 'हटाएँ',
    removeNamed: (what) => `${what} हटाएँ`,
    frame: 'हर शाखा के ग्राहक',
    frameText: 'संस्था की बही से। पता न हो तो खाली छोड़ें।',
    branch: 'शाखा',
    clientsOf: (branch) => `${branch} के ग्राहक`,
    quotas: 'कोटा',
    quotasText: 'किसी शाखा, समूह, या शाखा के समूह से कितने साक्षात्कार चाहिए।',
    allBranches: 'सभी शाखाएँ',
    group: 'समूह',
    everybody: 'सभी',
    interviews: 'साक्षात्कार',
    addQuota: 'कोटा जोड़ें',
    version: 'साक्षात्कार का संस्करण',
    versionText: (name, version) => `नए साक्षात्कार ${name} ${version} से होते हैं।`,
    since: (version, when) => `${version}, ${when} से`,
    newest: 'इससे नया कुछ नहीं है।',
    moveTo: (version) => `${version} पर जाएँ`,
    moveText:
      'टैबलेट के अगली बार ऑनलाइन होने पर नए साक्षात्कार नया संस्करण लेंगे। पहले शुरू हुए अपना संस्करण रखते हैं, और सब गिने जाते हैं। वापसी नहीं है।',
    keep: 'जैसा है रहने दें',
    save: 'सहेजें',
    saved: 'सहेजा गया।',
    notValid: 'कुछ छूटा है या मेल नहीं खाता: नाम, दिन और संख्याएँ देखें।',
  },
  bn: {
    title: 'সমীক্ষা',
    text: 'কাজ কখন চলে, প্রতিটি শাখার কত গ্রাহক, আর কার কাছ থেকে কত সাক্ষাৎকার চাই।',
    loading: 'সমীক্ষা আনা হচ্ছে…',
    noStudies: 'এখনও কোনো সমীক্ষা নেই। প্রথমটি তৈরি করুন।',
    study: 'সমীক্ষা',
    dates: 'প্রথম ও শেষ দিন',
    from: 'প্রথম দিন',
    until: 'শেষ দিন',
    waves: 'পর্ব',
    wavesText: 'মাঠের কাজের পর্ব। যে পর্বের মানুষ তালিকায় আছেন তা সরানো যায় না।',
    name: 'নাম',
    addWave: 'পর্ব যোগ করুন',
    remove: 'সরান',
    removeNamed: (what) => `${what} সরান`,
    frame: 'প্রতিটি শাখার গ্রাহক',
    frameText: 'প্রতিষ্ঠানের খাতা থেকে। জানা না থাকলে খালি।',
    branch: 'শাখা',
    clientsOf: (branch) => `${branch}-এর গ্রাহক`,
    quotas: 'কোটা',
    quotasText: 'একটি শাখা, দল, বা শাখার দল থেকে কত সাক্ষাৎকার চাই।',
    allBranches: 'সব শাখা',
    group: 'দল',
    everybody: 'সবাই',
    interviews: 'সাক্ষাৎকার',
    addQuota: 'কোটা যোগ করুন',
    version: 'সাক্ষাৎকারের সংস্করণ',
    versionText: (name, version) => `নতুন সাক্ষাৎকার ${name} ${version} দিয়ে হয়।`,
    since: (version, when) => `${version}, ${when} থেকে`,
    newest: 'এর চেয়ে নতুন কিছু নেই।',
    moveTo: (version) => `${version}-এ যান`,
    moveText:
      'ট্যাবলেট পরের বার অনলাইনে এলে নতুন সাক্ষাৎকার নতুন সংস্করণ নেবে। আগে শুরু হওয়াগুলো নিজেরটি রাখে, আর সবই গোনা হয়। ফেরার পথ নেই।',
    keep: 'যেমন আছে থাক',
    save: 'রাখুন',
    saved: 'রাখা হয়েছে।',
    notValid: 'কিছু বাদ গেছে বা মেলে না: নাম, দিন ও সংখ্যা দেখুন।',
  },
};
