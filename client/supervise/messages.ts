import type { QualityCheck } from '../../contracts/quality.ts';
import type { Texts } from '../i18n/texts.ts';

interface SuperviseTexts {
  readonly title: string;
  readonly text: (when: string) => string;
  readonly loading: string;
  readonly study: string;
  readonly noStudies: string;
  readonly progress: string;
  readonly picture: string;
  readonly done: string;
  readonly expectedMark: string;
  readonly branch: string;
  readonly target: string;
  readonly expected: string;
  readonly completed: string;
  readonly declined: string;
  readonly conflict: string;
  readonly quarantined: string;
  readonly doubtful: string;
  readonly noTarget: string;
  readonly withoutBranch: (count: string) => string;
  readonly setTarget: string;
  readonly interviews: string;
  readonly from: string;
  readonly until: string;
  readonly save: string;
  readonly saved: string;
  readonly badTarget: string;
  readonly tablets: string;
  readonly tablet: string;
  readonly lastSeen: string;
  readonly never: string;
  readonly quiet: (hours: number) => string;
  readonly unsent: string;
  readonly oldest: string;
  readonly drafts: string;
  readonly storage: string;
  readonly app: string;
  readonly noTablets: string;
  readonly quality: string;
  readonly qualityText: string;
  readonly check: string;
  readonly examined: string;
  readonly notRecorded: string;
  readonly found: string;
  readonly nothingDoubtful: string;
  readonly enumerator: string;
  readonly received: string;
  readonly reasons: string;
  readonly shown: (shown: string, all: string) => string;
  readonly checks: Readonly<Record<QualityCheck, string>>;
}

/** Texts of the board. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const superviseTexts: Texts<SuperviseTexts> = {
  en: {
    title: 'Fieldwork',
    text: (when) => `As of ${when}. The page looks again every minute.`,
    loading: 'Fetching the board…',
    study: 'Study',
    noStudies: 'There is no study in your branches yet.',
    progress: 'Progress by branch',
    picture: 'Share of the target that is completed; the line marks what was expected by today',
    done: 'Completed',
    expectedMark: 'Expected by today',
    branch: 'Branch',
    target: 'Target',
    expected: 'Expected by today',
    completed: 'Completed',
    declined: 'Did not agree',
    conflict: 'In conflict',
    quarantined: 'In quarantine',
    doubtful: 'With a doubt',
    noTarget: 'none',
    withoutBranch: (count) => `Set aside and not readable, so that their branch is not known: ${count}.`,
    setTarget: 'Set a target',
    interviews: 'Interviews',
    from: 'First day',
    until: 'Last day',
    save: 'Save the target',
    saved: 'The target is saved.',
    badTarget: 'Give a whole number of interviews, and a last day that is not before the first.',
    tablets: 'Tablets',
    tablet: 'Tablet',
    lastSeen: 'Last seen',
    never: 'not yet',
    quiet: (hours) => `quiet for more than ${hours} hours`,
    unsent: 'Unsent',
    oldest: 'Oldest unsent',
    drafts: 'Drafts',
    storage: 'Storage used',
    app: 'App',
    noTablets: 'No tablet is enrolled in your branches.',
    quality: 'Doubtful interviews',
    qualityText:
      'A doubt is a reason to look, not a proof. All of these count; no check leaves anything out.',
    check: 'Check',
    examined: 'Looked at',
    notRecorded: 'Not recorded',
    found: 'With a doubt',
    nothingDoubtful: 'No interview is doubtful.',
    enumerator: 'Enumerator',
    received: 'Received',
    reasons: 'Reasons',
    shown: (shown, all) => `The first ${shown} of ${all}, most doubts first.`,
    checks: {
      'too-fast': 'Too fast',
      'straight-lining': 'The same answer throughout',
      'no-answers': 'Many “don’t know” or refused',
      contradiction: 'Contradiction',
      'same-person': 'Same person twice',
      'same-answers': 'Same answers twice',
      'outside-hours': 'Outside of working hours',
      clock: 'Wrong clock',
      'differs-from-peers': 'Enumerator differs from her peers',
      'same-place': 'Same place several times',
      'outside-area': 'Outside of the branch’s area',
      'question-times': 'Time per question',
    },
  },
  es: {
    title: 'Trabajo de campo',
    text: (when) => `Al ${when}. La página se actualiza cada minuto.`,
    loading: 'Buscando el tablero…',
    study: 'Estudio',
    noStudies: 'Todavía no hay ningún estudio en sus sucursales.',
    progress: 'Avance por sucursal',
    picture: 'Parte de la meta que está hecha; la línea marca lo esperado hasta hoy',
    done: 'Hechas',
    expectedMark: 'Esperadas hasta hoy',
    branch: 'Sucursal',
    target: 'Meta',
    expected: 'Esperadas hasta hoy',
    completed: 'Hechas',
    declined: 'No aceptaron',
    conflict: 'En conflicto',
    quarantined: 'En cuarentena',
    doubtful: 'Con dudas',
    noTarget: 'ninguna',
    withoutBranch: (count) => `Apartadas e ilegibles, de sucursal desconocida: ${count}.`,
    setTarget: 'Fijar una meta',
    interviews: 'Entrevistas',
    from: 'Primer día',
    until: 'Último día',
    save: 'Guardar la meta',
    saved: 'La meta está guardada.',
    badTarget: 'Indique un número entero de entrevistas y un último día que no sea anterior al primero.',
    tablets: 'Tabletas',
    tablet: 'Tableta',
    lastSeen: 'Vista por última vez',
    never: 'todavía no',
    quiet: (hours) => `sin noticias desde hace más de ${hours} horas`,
    unsent: 'Sin enviar',
    oldest: 'La más antigua sin enviar',
    drafts: 'Borradores',
    storage: 'Espacio usado',
    app: 'Aplicación',
    noTablets: 'No hay tabletas registradas en sus sucursales.',
    quality: 'Entrevistas dudosas',
    qualityText:
      'Una duda es un motivo para mirar, no una prueba. Todas cuentan; ninguna revisión descarta nada.',
    check: 'Revisión',
    examined: 'Revisadas',
    notRecorded: 'Sin registro',
    found: 'Con dudas',
    nothingDoubtful: 'Ninguna entrevista es dudosa.',
    enumerator: 'Encuestador',
    received: 'Recibida',
    reasons: 'Motivos',
    shown: (shown, all) => `Las primeras ${shown} de ${all}, con más dudas primero.`,
    checks: {
      'too-fast': 'Demasiado rápida',
      'straight-lining': 'Siempre la misma respuesta',
      'no-answers': 'Muchos «no sabe» o rechazos',
      contradiction: 'Contradicción',
      'same-person': 'La misma persona dos veces',
      'same-answers': 'Las mismas respuestas dos veces',
      'outside-hours': 'Fuera de horario',
      clock: 'Reloj equivocado',
      'differs-from-peers': 'Encuestador distinto de los demás',
      'same-place': 'El mismo lugar varias veces',
      'outside-area': 'Fuera de la zona de la sucursal',
      'question-times': 'Tiempo por pregunta',
    },
  },
  hi: {
    title: 'क्षेत्र कार्य',
    text: (when) => `${when} तक। पेज हर मिनट ताज़ा होता है।`,
    loading: 'बोर्ड लाया जा रहा है…',
    study: 'अध्ययन',
    noStudies: 'आपकी शाखाओं में अभी कोई अध्ययन नहीं है।',
    progress: 'शाखा अनुसार प्रगति',
    picture: 'लक्ष्य का पूरा हुआ हिस्सा; रेखा आज तक की अपेक्षा दिखाती है',
    done: 'पूरे',
    expectedMark: 'आज तक अपेक्षित',
    branch: 'शाखा',
    target: 'लक्ष्य',
    expected: 'आज तक अपेक्षित',
    completed: 'पूरे',
    declined: 'सहमत नहीं हुए',
    conflict: 'टकराव में',
    quarantined: 'अलग रखे गए',
    doubtful: 'संदेह वाले',
    noTarget: 'कोई नहीं',
    withoutBranch: (count) => `अलग रखे गए, पढ़े नहीं जा सके, शाखा अज्ञात: ${count}।`,
    setTarget: 'लक्ष्य तय करें',
    interviews: 'साक्षात्कार',
    from: 'पहला दिन',
    until: 'आख़िरी दिन',
    save: 'लक्ष्य सहेजें',
    saved: 'लक्ष्य सहेज लिया गया।',
    badTarget: 'साक्षात्कारों की पूरी संख्या दें, और आख़िरी दिन पहले दिन से पहले न हो।',
    tablets: 'टैबलेट',
    tablet: 'टैबलेट',
    lastSeen: 'पिछली बार देखा',
    never: 'अभी नहीं',
    quiet: (hours) => `${hours} घंटे से ज़्यादा से कोई ख़बर नहीं`,
    unsent: 'न भेजे गए',
    oldest: 'सबसे पुराना न भेजा गया',
    drafts: 'अधूरे',
    storage: 'इस्तेमाल जगह',
    app: 'ऐप',
    noTablets: 'आपकी शाखाओं में कोई टैबलेट जुड़ा नहीं है।',
    quality: 'संदेह वाले साक्षात्कार',
    qualityText: 'संदेह देखने का कारण है, सबूत नहीं। ये सभी गिने जाते हैं; कोई जाँच कुछ नहीं हटाती।',
    check: 'जाँच',
    examined: 'जाँचे गए',
    notRecorded: 'दर्ज नहीं',
    found: 'संदेह वाले',
    nothingDoubtful: 'किसी साक्षात्कार पर संदेह नहीं है।',
    enumerator: 'साक्षात्कारकर्ता',
    received: 'मिला',
    reasons: 'कारण',
    shown: (shown, all) => `${all} में से पहले ${shown}, सबसे ज़्यादा संदेह पहले।`,
    checks: {
      'too-fast': 'बहुत जल्दी',
      'straight-lining': 'हर जगह एक ही उत्तर',
      'no-answers': 'बहुत “पता नहीं” या मना',
      contradiction: 'विरोधाभास',
      'same-person': 'एक ही व्यक्ति दो बार',
      'same-answers': 'वही उत्तर दो बार',
      'outside-hours': 'काम के समय के बाहर',
      clock: 'ग़लत घड़ी',
      'differs-from-peers': 'साक्षात्कारकर्ता बाकी से अलग',
      'same-place': 'एक ही जगह कई बार',
      'outside-area': 'शाखा के क्षेत्र से बाहर',
      'question-times': 'हर सवाल का समय',
    },
  },
  bn: {
    title: 'মাঠের কাজ',
    text: (when) => `${when} পর্যন্ত। পাতাটি প্রতি মিনিটে নতুন হয়।`,
    loading: 'বোর্ড আনা হচ্ছে…',
    study: 'সমীক্ষা',
    noStudies: 'আপনার শাখায় এখনও কোনো সমীক্ষা নেই।',
    progress: 'শাখা অনুযায়ী অগ্রগতি',
    picture: 'লক্ষ্যের যতটা শেষ হয়েছে; রেখাটি আজ পর্যন্ত প্রত্যাশা দেখায়',
    done: 'শেষ',
    expectedMark: 'আজ পর্যন্ত প্রত্যাশিত',
    branch: 'শাখা',
    target: 'লক্ষ্য',
    expected: 'আজ পর্যন্ত প্রত্যাশিত',
    completed: 'শেষ',
    declined: 'রাজি হননি',
    conflict: 'বিরোধে',
    quarantined: 'আলাদা রাখা',
    doubtful: 'সন্দেহযুক্ত',
    noTarget: 'নেই',
    withoutBranch: (count) => `আলাদা রাখা, পড়া যায়নি, শাখা অজানা: ${count}।`,
    setTarget: 'লক্ষ্য ঠিক করুন',
    interviews: 'সাক্ষাৎকার',
    from: 'প্রথম দিন',
    until: 'শেষ দিন',
    save: 'লক্ষ্য রাখুন',
    saved: 'লক্ষ্য রাখা হয়েছে।',
    badTarget: 'সাক্ষাৎকারের পূর্ণ সংখ্যা দিন; শেষ দিন যেন প্রথম দিনের আগে না হয়।',
    tablets: 'ট্যাবলেট',
    tablet: 'ট্যাবলেট',
    lastSeen: 'শেষ দেখা',
    never: 'এখনও নয়',
    quiet: (hours) => `${hours} ঘণ্টার বেশি খবর নেই`,
    unsent: 'না-পাঠানো',
    oldest: 'সবচেয়ে পুরোনো না-পাঠানো',
    drafts: 'খসড়া',
    storage: 'ব্যবহৃত জায়গা',
    app: 'অ্যাপ',
    noTablets: 'আপনার শাখায় কোনো ট্যাবলেট যুক্ত নেই।',
    quality: 'সন্দেহযুক্ত সাক্ষাৎকার',
    qualityText: 'সন্দেহ মানে দেখার কারণ, প্রমাণ নয়। সবগুলোই গোনা হয়; কোনো যাচাই কিছু বাদ দেয় না।',
    check: 'যাচাই',
    examined: 'দেখা হয়েছে',
    notRecorded: 'নথিভুক্ত নয়',
    found: 'সন্দেহযুক্ত',
    nothingDoubtful: 'কোনো সাক্ষাৎকারে সন্দেহ নেই।',
    enumerator: 'সাক্ষাৎকারগ্রাহক',
    received: 'পাওয়া',
    reasons: 'কারণ',
    shown: (shown, all) => `${all}টির মধ্যে প্রথম ${shown}টি, বেশি সন্দেহ আগে।`,
    checks: {
      'too-fast': 'খুব দ্রুত',
      'straight-lining': 'সব জায়গায় একই উত্তর',
      'no-answers': 'অনেক “জানি না” বা অস্বীকার',
      contradiction: 'পরস্পরবিরোধী',
      'same-person': 'একই ব্যক্তি দুবার',
      'same-answers': 'একই উত্তর দুবার',
      'outside-hours': 'কাজের সময়ের বাইরে',
      clock: 'ভুল ঘড়ি',
      'differs-from-peers': 'সাক্ষাৎকারগ্রাহক অন্যদের থেকে আলাদা',
      'same-place': 'একই জায়গা কয়েকবার',
      'outside-area': 'শাখার এলাকার বাইরে',
      'question-times': 'প্রশ্নপ্রতি সময়',
    },
  },
};
