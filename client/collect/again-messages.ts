import type { Texts } from '../i18n/texts.ts';

interface AgainTexts {
  readonly again: string;
  readonly title: string;
  readonly text: (number: string) => string;
  readonly why: string;
  readonly reasons: readonly [string, string, string, string];
  readonly missing: string;
}

/** Why an interview is held again, as the office reads it; in the order of `reasons`. */
export const AGAIN_REASONS = [
  'Answers were wrong or missing',
  'It was held with the wrong person',
  'The person wants to change answers',
  'The office asked for it',
] as const;

/** Words about an interview that is held once more. es, hi and bn await a native reader's check. */
export const againMessages: Texts<AgainTexts> = {
  en: {
    again: 'Interview again',
    title: 'Interview again',
    text: (number) =>
      `It takes the place of No. ${number}, which stays with your office but no longer counts. Choose the same branch. All questions are asked anew: what was sent is sealed.`,
    why: 'Why again?',
    reasons: [
      'Answers were wrong or missing',
      'It was held with the wrong person',
      'The person wants to change answers',
      'The office asked for it',
    ],
    missing: 'Choose a branch and a reason.',
  },
  es: {
    again: 'Entrevistar otra vez',
    title: 'Entrevistar otra vez',
    text: (number) =>
      `Reemplaza a la n.º ${number}, que queda en su oficina pero ya no cuenta. Elija la misma sucursal. Se hacen todas las preguntas de nuevo: lo enviado está sellado.`,
    why: '¿Por qué otra vez?',
    reasons: [
      'Había respuestas equivocadas o faltaban',
      'Se hizo con otra persona',
      'La persona quiere cambiar respuestas',
      'La oficina lo pidió',
    ],
    missing: 'Elija una sucursal y una razón.',
  },
  hi: {
    again: 'फिर से साक्षात्कार',
    title: 'फिर से साक्षात्कार',
    text: (number) =>
      `यह क्र॰ ${number} की जगह लेगा, जो कार्यालय में रहेगा पर गिना नहीं जाएगा। वही शाखा चुनें। सभी सवाल नए सिरे से पूछे जाएँगे: भेजा हुआ बंद है।`,
    why: 'फिर से क्यों?',
    reasons: ['जवाब ग़लत या अधूरे थे', 'ग़लत व्यक्ति के साथ हुआ था', 'व्यक्ति जवाब बदलना चाहता है', 'कार्यालय ने कहा'],
    missing: 'शाखा और कारण चुनें।',
  },
  bn: {
    again: 'আবার সাক্ষাৎকার',
    title: 'আবার সাক্ষাৎকার',
    text: (number) =>
      `এটি নং ${number}-এর জায়গা নেবে; সেটি অফিসে থাকবে কিন্তু আর গোনা হবে না। একই শাখা বেছে নিন। সব প্রশ্ন নতুন করে করা হবে: যা পাঠানো হয়েছে তা সিল করা।`,
    why: 'আবার কেন?',
    reasons: ['উত্তর ভুল বা অসম্পূর্ণ ছিল', 'অন্য ব্যক্তির সঙ্গে হয়েছিল', 'ব্যক্তি উত্তর বদলাতে চান', 'অফিস বলেছে'],
    missing: 'শাখা ও কারণ বেছে নিন।',
  },
};
