import type { BackCheckOutcome } from '../../contracts/back-check.ts';
import type { Texts } from '../i18n/texts.ts';

interface BackCheckTexts {
  readonly title: string;
  readonly text: string;
  readonly loading: string;
  readonly draw: string;
  readonly rate: string;
  readonly seed: string;
  readonly from: string;
  readonly until: string;
  readonly drawButton: string;
  readonly badDraw: string;
  readonly drawn: (n: string) => string;
  readonly progress: string;
  readonly done: (done: string, all: string) => string;
  readonly interviewer: string;
  readonly branch: string;
  readonly state: string;
  readonly checkedBy: string;
  readonly open: string;
  readonly openLabel: (who: string) => string;
  readonly waiting: string;
  readonly ownCheck: string;
  readonly outcomes: Readonly<Record<BackCheckOutcome, string>>;
  readonly comparison: string;
  readonly picture: string;
  readonly agreement: string;
  readonly differ: string;
  readonly oneMissing: string;
  readonly kappa: string;
  readonly weighted: string;
  readonly pairs: string;
  readonly denied: string;
  readonly doubtful: string;
  readonly question: string;
  readonly nothing: string;
  readonly few: string;
  readonly same: string;
  readonly notCoded: string;
  readonly segments: string;
  readonly alone: (same: string, n: string, asked: string, needed: string) => string;
  readonly corrected: (same: string, n: string) => string;
  readonly draws: string;
  readonly drawLine: (when: string, who: string, rate: string, seed: string, n: string) => string;
  readonly form: string;
  readonly reach: string;
  readonly outcome: string;
  readonly save: string;
  readonly saved: string;
  readonly noAnswer: string;
  readonly back: string;
  readonly formText: string;
}

/** Texts of back-checks. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const backCheckTexts: Texts<BackCheckTexts> = {
  en: {
    title: 'Back-checks',
    text: 'A short second interview of a few people, drawn at random, by someone else than the enumerator.',
    loading: 'Fetching back-checks…',
    draw: 'Draw interviews to check',
    rate: 'Share of each enumerator’s interviews, in percent',
    seed: 'Seed (the same gives the same draw: keep it)',
    from: 'Interviews that came from',
    until: 'until',
    drawButton: 'Draw',
    badDraw:
      'Give a share from 1 to 100, a whole number as seed, and a last day that is not before the first.',
    drawn: (n) => `${n} drawn.`,
    progress: 'Progress',
    done: (done, all) => `${done} of ${all} done`,
    interviewer: 'Enumerator',
    branch: 'Branch',
    state: 'State',
    checkedBy: 'Checked by',
    open: 'By phone',
    openLabel: (who) => `Check an interview of ${who} by phone`,
    waiting: 'Open',
    ownCheck: 'asked by the enumerator herself: not compared',
    outcomes: {
      completed: 'Answered',
      denied: 'Says nobody interviewed her',
      refused: 'Does not want to answer',
      'not-found': 'Not reached',
    },
    comparison: 'How the answers compare',
    picture: 'Share of answers that agree, by enumerator; the line is the 95 % interval',
    agreement: 'Agree',
    differ: 'Differ',
    oneMissing: 'On one side only',
    kappa: 'Kappa',
    weighted: 'Weighted kappa',
    pairs: 'Back-checks',
    denied: 'Denied',
    doubtful: 'doubtful',
    question: 'Question',
    nothing: 'No back-check has been answered yet.',
    few: 'too few',
    same: 'one answer only',
    notCoded: 'not coded',
    segments: 'Archetype by the rules',
    alone: (same, n, asked, needed) =>
      `From the back-check’s answers alone: the same for ${same} of ${n}. It asks ${asked} of the ${needed} questions the rules look at; the others could not be placed.`,
    corrected: (same, n) =>
      `With the back-check’s answers in place of the interview’s: the same for ${same} of ${n}.`,
    draws: 'Draws',
    drawLine: (when, who, rate, seed, n) => `${when}, ${who}: ${rate}, seed ${seed}, ${n} drawn`,
    form: 'Back-check by phone',
    reach: 'How to reach her',
    outcome: 'How it ended',
    save: 'Save the back-check',
    saved: 'Saved.',
    noAnswer: 'no answer',
    back: 'Back to the list',
    formText:
      'Ask as if for the first time. The first answers are not shown. That you opened this is recorded.',
  },
  es: {
    title: 'Verificaciones',
    text: 'Una segunda entrevista corta a unas pocas personas, sorteadas al azar, hecha por alguien distinto.',
    loading: 'Buscando verificaciones…',
    draw: 'Sortear entrevistas para verificar',
    rate: 'Parte de las entrevistas de cada encuestador, en porcentaje',
    seed: 'Semilla (la misma da el mismo sorteo: guárdela)',
    from: 'Entrevistas recibidas desde',
    until: 'hasta',
    drawButton: 'Sortear',
    badDraw:
      'Indique una parte de 1 a 100, un número entero como semilla y un último día no anterior al primero.',
    drawn: (n) => `${n} sorteadas.`,
    progress: 'Avance',
    done: (done, all) => `${done} de ${all} hechas`,
    interviewer: 'Encuestador',
    branch: 'Sucursal',
    state: 'Estado',
    checkedBy: 'Verificada por',
    open: 'Por teléfono',
    openLabel: (who) => `Verificar por teléfono una entrevista de ${who}`,
    waiting: 'Pendiente',
    ownCheck: 'preguntada por el mismo encuestador: no se compara',
    outcomes: {
      completed: 'Contestada',
      denied: 'Dice que nadie la entrevistó',
      refused: 'No quiere contestar',
      'not-found': 'No se la encontró',
    },
    comparison: 'Cómo se comparan las respuestas',
    picture: 'Parte de respuestas que coinciden, por encuestador; la línea es el intervalo del 95 %',
    agreement: 'Coinciden',
    differ: 'Difieren',
    oneMissing: 'Solo en un lado',
    kappa: 'Kappa',
    weighted: 'Kappa ponderado',
    pairs: 'Verificaciones',
    denied: 'Negadas',
    doubtful: 'dudoso',
    question: 'Pregunta',
    nothing: 'Todavía no se contestó ninguna verificación.',
    few: 'muy pocas',
    same: 'una sola respuesta',
    notCoded: 'sin códigos',
    segments: 'Arquetipo según las reglas',
    alone: (same, n, asked, needed) =>
      `Solo con las respuestas de la verificación: igual en ${same} de ${n}. Pregunta ${asked} de las ${needed} que miran las reglas; a las demás no se las pudo ubicar.`,
    corrected: (same, n) =>
      `Con las respuestas de la verificación en lugar de las de la entrevista: igual en ${same} de ${n}.`,
    draws: 'Sorteos',
    drawLine: (when, who, rate, seed, n) => `${when}, ${who}: ${rate}, semilla ${seed}, ${n} sorteadas`,
    form: 'Verificación por teléfono',
    reach: 'Cómo encontrarla',
    outcome: 'Cómo terminó',
    save: 'Guardar la verificación',
    saved: 'Guardada.',
    noAnswer: 'sin respuesta',
    back: 'Volver a la lista',
    formText:
      'Pregunte como si fuera la primera vez. Las primeras respuestas no se muestran. Queda registrado que usted la abrió.',
  },
  hi: {
    title: 'पुनः जाँच',
    text: 'कुछ लोगों का, यादृच्छिक चुने हुए, किसी और द्वारा लिया गया छोटा दूसरा साक्षात्कार।',
    loading: 'पुनः जाँच लाई जा रही है…',
    draw: 'जाँच के लिए साक्षात्कार चुनें',
    rate: 'हर साक्षात्कारकर्ता के साक्षात्कारों का हिस्सा, प्रतिशत में',
    seed: 'बीज संख्या (वही संख्या वही चुनाव देती है: लिख रखें)',
    from: 'साक्षात्कार मिले, इस दिन से',
    until: 'इस दिन तक',
    drawButton: 'चुनें',
    badDraw: '1 से 100 तक का हिस्सा, पूरी संख्या और ऐसा आख़िरी दिन दें जो पहले दिन से पहले न हो।',
    drawn: (n) => `${n} चुने गए।`,
    progress: 'प्रगति',
    done: (done, all) => `${all} में से ${done} पूरे`,
    interviewer: 'साक्षात्कारकर्ता',
    branch: 'शाखा',
    state: 'स्थिति',
    checkedBy: 'किसने जाँचा',
    open: 'फ़ोन से',
    openLabel: (who) => `${who} का एक साक्षात्कार फ़ोन से जाँचें`,
    waiting: 'बाकी',
    ownCheck: 'उसी साक्षात्कारकर्ता ने पूछा: तुलना नहीं होती',
    outcomes: {
      completed: 'जवाब दिए',
      denied: 'कहती हैं कि किसी ने साक्षात्कार नहीं लिया',
      refused: 'जवाब नहीं देना चाहतीं',
      'not-found': 'नहीं मिलीं',
    },
    comparison: 'जवाबों की तुलना',
    picture: 'मेल खाने वाले जवाबों का हिस्सा, साक्षात्कारकर्ता अनुसार; रेखा 95 % अंतराल है',
    agreement: 'मेल',
    differ: 'अलग',
    oneMissing: 'केवल एक ओर',
    kappa: 'कप्पा',
    weighted: 'भारित कप्पा',
    pairs: 'पुनः जाँच',
    denied: 'इनकार',
    doubtful: 'संदेह',
    question: 'सवाल',
    nothing: 'अभी किसी पुनः जाँच का जवाब नहीं मिला।',
    few: 'बहुत कम',
    same: 'एक ही जवाब',
    notCoded: 'कोड नहीं',
    segments: 'नियमों से आर्किटाइप',
    alone: (same, n, asked, needed) =>
      `केवल पुनः जाँच के जवाबों से: ${n} में से ${same} में वही। नियम ${needed} सवाल देखते हैं, यह उनमें से ${asked} पूछती है; बाकी लोग तय नहीं हो सके।`,
    corrected: (same, n) => `साक्षात्कार के जवाबों की जगह पुनः जाँच के जवाब रखने पर: ${n} में से ${same} में वही।`,
    draws: 'चुनाव',
    drawLine: (when, who, rate, seed, n) => `${when}, ${who}: ${rate}, बीज ${seed}, ${n} चुने गए`,
    form: 'फ़ोन से पुनः जाँच',
    reach: 'उनसे कैसे मिलें',
    outcome: 'कैसे ख़त्म हुई',
    save: 'पुनः जाँच सहेजें',
    saved: 'सहेज ली गई।',
    noAnswer: 'जवाब नहीं',
    back: 'सूची पर वापस',
    formText: 'ऐसे पूछें जैसे पहली बार हो। पहले के जवाब नहीं दिखाए जाते। आपने इसे खोला, यह दर्ज होता है।',
  },
  bn: {
    title: 'পুনঃযাচাই',
    text: 'দৈবভাবে বাছা কয়েকজনের ছোট দ্বিতীয় সাক্ষাৎকার, অন্য কেউ নেন।',
    loading: 'পুনঃযাচাই আনা হচ্ছে…',
    draw: 'যাচাইয়ের জন্য সাক্ষাৎকার বাছুন',
    rate: 'প্রত্যেক সাক্ষাৎকারগ্রাহকের সাক্ষাৎকারের অংশ, শতাংশে',
    seed: 'বীজ সংখ্যা (একই সংখ্যায় একই বাছাই: লিখে রাখুন)',
    from: 'সাক্ষাৎকার এসেছে, এই দিন থেকে',
    until: 'এই দিন পর্যন্ত',
    drawButton: 'বাছুন',
    badDraw: '১ থেকে ১০০ পর্যন্ত অংশ, পূর্ণ সংখ্যা এবং প্রথম দিনের আগে নয় এমন শেষ দিন দিন।',
    drawn: (n) => `${n}টি বাছা হয়েছে।`,
    progress: 'অগ্রগতি',
    done: (done, all) => `${all}টির মধ্যে ${done}টি শেষ`,
    interviewer: 'সাক্ষাৎকারগ্রাহক',
    branch: 'শাখা',
    state: 'অবস্থা',
    checkedBy: 'কে যাচাই করেছেন',
    open: 'ফোনে',
    openLabel: (who) => `${who}-এর একটি সাক্ষাৎকার ফোনে যাচাই করুন`,
    waiting: 'বাকি',
    ownCheck: 'একই সাক্ষাৎকারগ্রাহক জিজ্ঞাসা করেছেন: তুলনা হয় না',
    outcomes: {
      completed: 'উত্তর দিয়েছেন',
      denied: 'বলেন কেউ সাক্ষাৎকার নেননি',
      refused: 'উত্তর দিতে চান না',
      'not-found': 'পাওয়া যায়নি',
    },
    comparison: 'উত্তরের তুলনা',
    picture: 'মিলে যাওয়া উত্তরের অংশ, সাক্ষাৎকারগ্রাহক অনুযায়ী; রেখাটি ৯৫ % ব্যবধান',
    agreement: 'মিল',
    differ: 'আলাদা',
    oneMissing: 'শুধু এক দিকে',
    kappa: 'কাপ্পা',
    weighted: 'ভারযুক্ত কাপ্পা',
    pairs: 'পুনঃযাচাই',
    denied: 'অস্বীকার',
    doubtful: 'সন্দেহ',
    question: 'প্রশ্ন',
    nothing: 'এখনও কোনো পুনঃযাচাইয়ের উত্তর আসেনি।',
    few: 'খুব কম',
    same: 'একটিই উত্তর',
    notCoded: 'কোড নেই',
    segments: 'নিয়মে আর্কিটাইপ',
    alone: (same, n, asked, needed) =>
      `শুধু পুনঃযাচাইয়ের উত্তরে: ${n}টির মধ্যে ${same}টিতে একই। নিয়ম ${needed}টি প্রশ্ন দেখে, এটি তার ${asked}টি জিজ্ঞাসা করে; বাকিদের ঠিক করা যায়নি।`,
    corrected: (same, n) => `সাক্ষাৎকারের উত্তরের জায়গায় পুনঃযাচাইয়ের উত্তর রাখলে: ${n}টির মধ্যে ${same}টিতে একই।`,
    draws: 'বাছাই',
    drawLine: (when, who, rate, seed, n) => `${when}, ${who}: ${rate}, বীজ ${seed}, ${n}টি বাছা`,
    form: 'ফোনে পুনঃযাচাই',
    reach: 'কীভাবে পাবেন',
    outcome: 'কীভাবে শেষ হলো',
    save: 'পুনঃযাচাই রাখুন',
    saved: 'রাখা হয়েছে।',
    noAnswer: 'উত্তর নেই',
    back: 'তালিকায় ফিরুন',
    formText: 'প্রথমবারের মতো জিজ্ঞাসা করুন। আগের উত্তর দেখানো হয় না। আপনি খুলেছেন তা নথিভুক্ত হয়।',
  },
};
