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
  readonly setAside: string;
  readonly doubtful: string;
  readonly places: string;
  readonly noTarget: string;
  readonly withoutBranch: (count: string) => string;
  readonly unreviewed: string;
  readonly approved: string;
  readonly returned: string;
  readonly rejected: string;
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
    setAside: 'Set aside',
    doubtful: 'With a doubt',
    places: 'Doubtful places',
    noTarget: 'none',
    withoutBranch: (count) => `Set aside and not readable, so that their branch is not known: ${count}.`,
    unreviewed: 'Not yet reviewed',
    approved: 'Approved',
    returned: 'Returned',
    rejected: 'Rejected',
    quality: 'Doubtful interviews',
    qualityText:
      'A doubt is a reason to look, not a proof. They count until you reject them; no check leaves anything out.',
    check: 'Check',
    examined: 'Looked at',
    notRecorded: 'Not recorded',
    found: 'With a doubt',
    nothingDoubtful: 'No interview is doubtful.',
    enumerator: 'Enumerator',
    received: 'Received',
    reasons: 'Reasons',
    shown: (shown, all) => `${shown} of ${all}, most doubts first. All of them are under Review.`,
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
      revision: 'Held again, first one not found',
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
    setAside: 'Apartadas',
    doubtful: 'Con dudas',
    places: 'Lugares dudosos',
    noTarget: 'ninguna',
    withoutBranch: (count) => `Apartadas e ilegibles, de sucursal desconocida: ${count}.`,
    unreviewed: 'Sin revisar',
    approved: 'Aprobadas',
    returned: 'Devueltas',
    rejected: 'Rechazadas',
    quality: 'Entrevistas dudosas',
    qualityText:
      'Una duda es un motivo para mirar, no una prueba. Cuentan hasta que usted las rechace; ninguna comprobación descarta nada.',
    check: 'Revisión',
    examined: 'Revisadas',
    notRecorded: 'Sin registro',
    found: 'Con dudas',
    nothingDoubtful: 'Ninguna entrevista es dudosa.',
    enumerator: 'Encuestador',
    received: 'Recibida',
    reasons: 'Motivos',
    shown: (shown, all) => `${shown} de ${all}, con más dudas primero. Todas están en Revisión.`,
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
      revision: 'Repetida, sin la primera',
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
    setAside: 'अलग रखे गए',
    doubtful: 'संदेह वाले',
    places: 'संदिग्ध जगहें',
    noTarget: 'कोई नहीं',
    withoutBranch: (count) => `अलग रखे गए, पढ़े नहीं जा सके, शाखा अज्ञात: ${count}।`,
    unreviewed: 'समीक्षा बाकी',
    approved: 'स्वीकृत',
    returned: 'लौटाए गए',
    rejected: 'अस्वीकृत',
    quality: 'संदेह वाले साक्षात्कार',
    qualityText: 'संदेह देखने का कारण है, सबूत नहीं। जब तक आप अस्वीकार न करें ये गिने जाते हैं; कोई जाँच कुछ नहीं हटाती।',
    check: 'जाँच',
    examined: 'जाँचे गए',
    notRecorded: 'दर्ज नहीं',
    found: 'संदेह वाले',
    nothingDoubtful: 'किसी साक्षात्कार पर संदेह नहीं है।',
    enumerator: 'साक्षात्कारकर्ता',
    received: 'मिला',
    reasons: 'कारण',
    shown: (shown, all) => `${all} में से ${shown}, सबसे ज़्यादा संदेह पहले। सभी समीक्षा में हैं।`,
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
      revision: 'फिर लिया गया, पहला नहीं मिला',
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
    setAside: 'আলাদা রাখা',
    doubtful: 'সন্দেহযুক্ত',
    places: 'সন্দেহজনক জায়গা',
    noTarget: 'নেই',
    withoutBranch: (count) => `আলাদা রাখা, পড়া যায়নি, শাখা অজানা: ${count}।`,
    unreviewed: 'পর্যালোচনা বাকি',
    approved: 'অনুমোদিত',
    returned: 'ফেরত দেওয়া',
    rejected: 'বাতিল',
    quality: 'সন্দেহযুক্ত সাক্ষাৎকার',
    qualityText:
      'সন্দেহ মানে দেখার কারণ, প্রমাণ নয়। আপনি বাতিল না করা পর্যন্ত এগুলো গোনা হয়; কোনো যাচাই কিছু বাদ দেয় না।',
    check: 'যাচাই',
    examined: 'দেখা হয়েছে',
    notRecorded: 'নথিভুক্ত নয়',
    found: 'সন্দেহযুক্ত',
    nothingDoubtful: 'কোনো সাক্ষাৎকারে সন্দেহ নেই।',
    enumerator: 'সাক্ষাৎকারগ্রাহক',
    received: 'পাওয়া',
    reasons: 'কারণ',
    shown: (shown, all) => `${all}টির মধ্যে ${shown}টি, বেশি সন্দেহ আগে। সবগুলো পর্যালোচনায় আছে।`,
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
      revision: 'আবার নেওয়া, প্রথমটি নেই',
      'question-times': 'প্রশ্নপ্রতি সময়',
    },
  },
};
