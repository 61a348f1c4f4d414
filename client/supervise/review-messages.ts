import type { Decision, ReviewFilter } from '../../contracts/review.ts';
import type { Texts } from '../i18n/texts.ts';

interface ReviewTexts {
  readonly pages: string;
  readonly board: string;
  readonly title: string;
  readonly text: string;
  readonly held: string;
  readonly backChecks: string;
  readonly loading: string;
  readonly show: string;
  readonly filters: Readonly<Record<ReviewFilter, string>>;
  readonly branch: string;
  readonly allBranches: string;
  readonly none: string;
  readonly shown: (from: string, to: string, all: string) => string;
  readonly next: string;
  readonly previous: string;
  readonly select: (who: string) => string;
  readonly selected: (count: string) => string;
  readonly approveSelected: string;
  readonly open: string;
  readonly openLabel: (who: string, when: string) => string;
  readonly enumerator: string;
  readonly finished: string;
  readonly received: string;
  readonly state: string;
  readonly doubts: string;
  readonly noDoubts: string;
  readonly tablet: string;
  readonly revoked: string;
  readonly noTablet: string;
  readonly minutes: (count: string) => string;
  readonly activeTime: string;
  readonly language: string;
  readonly question: string;
  readonly answer: string;
  readonly states: Readonly<Record<'missing' | 'unanswered' | 'skipped', string>>;
  readonly showSkipped: string;
  readonly history: string;
  readonly noHistory: string;
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly back: string;
  readonly personal: string;
  readonly revisionOf: string;
}

/** Texts of the review and of records set aside. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const reviewTexts: Texts<ReviewTexts> = {
  en: {
    pages: 'Pages of the fieldwork',
    board: 'Board',
    title: 'Review',
    text: 'Look at interviews, doubtful ones first. All of them count, but those you reject.',
    held: 'Set aside',
    backChecks: 'Back-checks',
    loading: 'Fetching interviews…',
    show: 'Show',
    filters: {
      doubtful: 'Doubtful',
      unreviewed: 'Not yet reviewed',
      approved: 'Approved',
      returned: 'Returned',
      rejected: 'Rejected',
      replaced: 'Held again',
      all: 'All',
    },
    branch: 'Branch',
    allBranches: 'All branches',
    none: 'No interview here.',
    shown: (from, to, all) => `${from} to ${to} of ${all}`,
    next: 'Next page',
    previous: 'Previous page',
    select: (who) => `Select the interview of ${who}`,
    selected: (count) => `${count} selected`,
    approveSelected: 'Approve the selected',
    open: 'Open',
    openLabel: (who, when) => `Open the interview of ${who}, ${when}`,
    enumerator: 'Enumerator',
    finished: 'Finished',
    received: 'Received',
    state: 'State',
    doubts: 'Doubts',
    noDoubts: 'No doubt',
    tablet: 'Tablet',
    revoked: 'revoked',
    noTablet: 'no tablet',
    minutes: (count) => `${count} min`,
    activeTime: 'Time with the interview open',
    language: 'Language',
    question: 'Question',
    answer: 'Answer',
    states: { missing: 'No answer given', unanswered: 'Not answered', skipped: 'Not asked' },
    showSkipped: 'Show questions that were not asked',
    history: 'What was decided',
    noHistory: 'Nothing yet.',
    decisions: {
      approved: 'Approved',
      returned: 'Returned',
      rejected: 'Rejected',
      reopened: 'Reopened',
      released: 'Released',
      'set-aside': 'Set aside',
    },
    back: 'Back to the list',
    personal: 'These are one person’s answers. That you opened them is recorded.',
    revisionOf: 'Held again in place of an earlier interview',
  },
  es: {
    pages: 'Páginas del trabajo de campo',
    board: 'Tablero',
    title: 'Revisión',
    text: 'Mire las entrevistas, primero las dudosas. Todas cuentan, menos las que usted rechace.',
    held: 'Apartadas',
    backChecks: 'Verificaciones',
    loading: 'Buscando entrevistas…',
    show: 'Mostrar',
    filters: {
      doubtful: 'Dudosas',
      unreviewed: 'Sin revisar',
      approved: 'Aprobadas',
      returned: 'Devueltas',
      rejected: 'Rechazadas',
      replaced: 'Repetidas',
      all: 'Todas',
    },
    branch: 'Sucursal',
    allBranches: 'Todas las sucursales',
    none: 'No hay entrevistas aquí.',
    shown: (from, to, all) => `${from} a ${to} de ${all}`,
    next: 'Página siguiente',
    previous: 'Página anterior',
    select: (who) => `Elegir la entrevista de ${who}`,
    selected: (count) => `${count} elegidas`,
    approveSelected: 'Aprobar las elegidas',
    open: 'Abrir',
    openLabel: (who, when) => `Abrir la entrevista de ${who}, ${when}`,
    enumerator: 'Encuestador',
    finished: 'Terminada',
    received: 'Recibida',
    state: 'Estado',
    doubts: 'Dudas',
    noDoubts: 'Sin dudas',
    tablet: 'Tableta',
    revoked: 'revocada',
    noTablet: 'ninguna tableta',
    minutes: (count) => `${count} min`,
    activeTime: 'Tiempo con la entrevista abierta',
    language: 'Idioma',
    question: 'Pregunta',
    answer: 'Respuesta',
    states: { missing: 'Sin respuesta dada', unanswered: 'Sin contestar', skipped: 'No preguntada' },
    showSkipped: 'Mostrar las preguntas que no se hicieron',
    history: 'Lo que se decidió',
    noHistory: 'Nada todavía.',
    decisions: {
      approved: 'Aprobada',
      returned: 'Devuelta',
      rejected: 'Rechazada',
      reopened: 'Reabierta',
      released: 'Liberada',
      'set-aside': 'Apartada',
    },
    back: 'Volver a la lista',
    personal: 'Son las respuestas de una persona. Queda registrado que usted las abrió.',
    revisionOf: 'Hecha de nuevo en lugar de una entrevista anterior',
  },
  hi: {
    pages: 'क्षेत्र कार्य के पेज',
    board: 'बोर्ड',
    title: 'समीक्षा',
    text: 'साक्षात्कार देखें, संदेह वाले पहले। जिन्हें आप अस्वीकार करें उन्हें छोड़ सभी गिने जाते हैं।',
    held: 'अलग रखे गए',
    backChecks: 'पुनः जाँच',
    loading: 'साक्षात्कार लाए जा रहे हैं…',
    show: 'दिखाएँ',
    filters: {
      doubtful: 'संदेह वाले',
      unreviewed: 'समीक्षा बाकी',
      approved: 'स्वीकृत',
      returned: 'लौटाए गए',
      rejected: 'अस्वीकृत',
      replaced: 'फिर से लिए गए',
      all: 'सभी',
    },
    branch: 'शाखा',
    allBranches: 'सभी शाखाएँ',
    none: 'यहाँ कोई साक्षात्कार नहीं है।',
    shown: (from, to, all) => `${all} में से ${from} से ${to}`,
    next: 'अगला पेज',
    previous: 'पिछला पेज',
    select: (who) => `${who} का साक्षात्कार चुनें`,
    selected: (count) => `${count} चुने गए`,
    approveSelected: 'चुने हुए स्वीकार करें',
    open: 'खोलें',
    openLabel: (who, when) => `${who} का साक्षात्कार खोलें, ${when}`,
    enumerator: 'साक्षात्कारकर्ता',
    finished: 'पूरा हुआ',
    received: 'मिला',
    state: 'स्थिति',
    doubts: 'संदेह',
    noDoubts: 'कोई संदेह नहीं',
    tablet: 'टैबलेट',
    revoked: 'रद्द',
    noTablet: 'कोई टैबलेट नहीं',
    minutes: (count) => `${count} मिनट`,
    activeTime: 'साक्षात्कार खुला रहने का समय',
    language: 'भाषा',
    question: 'सवाल',
    answer: 'जवाब',
    states: { missing: 'जवाब नहीं दिया', unanswered: 'जवाब नहीं', skipped: 'नहीं पूछा गया' },
    showSkipped: 'जो सवाल नहीं पूछे गए वे भी दिखाएँ',
    history: 'क्या फ़ैसला हुआ',
    noHistory: 'अभी कुछ नहीं।',
    decisions: {
      approved: 'स्वीकृत',
      returned: 'लौटाया गया',
      rejected: 'अस्वीकृत',
      reopened: 'फिर खोला गया',
      released: 'गिनती में लिया गया',
      'set-aside': 'अलग रखा गया',
    },
    back: 'सूची पर वापस',
    personal: 'ये एक व्यक्ति के जवाब हैं। आपने इन्हें खोला, यह दर्ज होता है।',
    revisionOf: 'पहले के साक्षात्कार की जगह फिर से लिया गया',
  },
  bn: {
    pages: 'মাঠের কাজের পাতা',
    board: 'বোর্ড',
    title: 'পর্যালোচনা',
    text: 'সাক্ষাৎকারগুলো দেখুন, সন্দেহযুক্ত আগে। আপনি যেগুলো বাতিল করেন সেগুলো ছাড়া সব গোনা হয়।',
    held: 'আলাদা রাখা',
    backChecks: 'পুনঃযাচাই',
    loading: 'সাক্ষাৎকার আনা হচ্ছে…',
    show: 'দেখান',
    filters: {
      doubtful: 'সন্দেহযুক্ত',
      unreviewed: 'পর্যালোচনা বাকি',
      approved: 'অনুমোদিত',
      returned: 'ফেরত দেওয়া',
      rejected: 'বাতিল',
      replaced: 'আবার নেওয়া',
      all: 'সব',
    },
    branch: 'শাখা',
    allBranches: 'সব শাখা',
    none: 'এখানে কোনো সাক্ষাৎকার নেই।',
    shown: (from, to, all) => `${all}টির মধ্যে ${from} থেকে ${to}`,
    next: 'পরের পাতা',
    previous: 'আগের পাতা',
    select: (who) => `${who}-এর সাক্ষাৎকার বাছুন`,
    selected: (count) => `${count}টি বাছা হয়েছে`,
    approveSelected: 'বাছাগুলো অনুমোদন করুন',
    open: 'খুলুন',
    openLabel: (who, when) => `${who}-এর সাক্ষাৎকার খুলুন, ${when}`,
    enumerator: 'সাক্ষাৎকারগ্রাহক',
    finished: 'শেষ হয়েছে',
    received: 'পাওয়া',
    state: 'অবস্থা',
    doubts: 'সন্দেহ',
    noDoubts: 'সন্দেহ নেই',
    tablet: 'ট্যাবলেট',
    revoked: 'বাতিল',
    noTablet: 'ট্যাবলেট নেই',
    minutes: (count) => `${count} মিনিট`,
    activeTime: 'সাক্ষাৎকার খোলা থাকার সময়',
    language: 'ভাষা',
    question: 'প্রশ্ন',
    answer: 'উত্তর',
    states: { missing: 'উত্তর দেননি', unanswered: 'উত্তর নেই', skipped: 'জিজ্ঞাসা করা হয়নি' },
    showSkipped: 'যেসব প্রশ্ন করা হয়নি সেগুলোও দেখান',
    history: 'কী সিদ্ধান্ত হয়েছে',
    noHistory: 'এখনও কিছু নয়।',
    decisions: {
      approved: 'অনুমোদিত',
      returned: 'ফেরত দেওয়া',
      rejected: 'বাতিল',
      reopened: 'আবার খোলা',
      released: 'গণনায় নেওয়া',
      'set-aside': 'আলাদা রাখা',
    },
    back: 'তালিকায় ফিরুন',
    personal: 'এগুলো একজন মানুষের উত্তর। আপনি খুলেছেন তা নথিভুক্ত হয়।',
    revisionOf: 'আগের সাক্ষাৎকারের বদলে আবার নেওয়া',
  },
};
