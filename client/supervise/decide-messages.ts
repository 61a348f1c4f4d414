import type { Texts } from '../i18n/texts.ts';

interface DecideTexts {
  readonly decide: string;
  readonly comment: string;
  readonly commentText: string;
  readonly approve: string;
  readonly giveBack: string;
  readonly reject: string;
  readonly reopen: string;
  readonly needComment: string;
  readonly decided: string;
}

/** Texts of deciding about interviews and records. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const decideTexts: Texts<DecideTexts> = {
  en: {
    decide: 'Decide',
    comment: 'Comment',
    commentText: 'The enumerator reads it on her tablet when you return the interview. Name no respondent.',
    approve: 'Approve',
    giveBack: 'Return to the tablet',
    reject: 'Reject',
    reopen: 'Reopen',
    needComment: 'Write a comment first: what is wrong, or what to ask again.',
    decided: 'Done.',
  },
  es: {
    decide: 'Decidir',
    comment: 'Comentario',
    commentText:
      'El encuestador lo lee en su tableta cuando usted devuelve la entrevista. No nombre a la persona entrevistada.',
    approve: 'Aprobar',
    giveBack: 'Devolver a la tableta',
    reject: 'Rechazar',
    reopen: 'Reabrir',
    needComment: 'Escriba primero un comentario: qué está mal o qué preguntar de nuevo.',
    decided: 'Hecho.',
  },
  hi: {
    decide: 'फ़ैसला करें',
    comment: 'टिप्पणी',
    commentText: 'लौटाने पर साक्षात्कारकर्ता इसे टैबलेट पर पढ़ती है। उत्तर देने वाले का नाम न लिखें।',
    approve: 'स्वीकार करें',
    giveBack: 'टैबलेट को लौटाएँ',
    reject: 'अस्वीकार करें',
    reopen: 'फिर खोलें',
    needComment: 'पहले टिप्पणी लिखें: क्या ग़लत है, या क्या फिर पूछना है।',
    decided: 'हो गया।',
  },
  bn: {
    decide: 'সিদ্ধান্ত নিন',
    comment: 'মন্তব্য',
    commentText: 'ফেরত দিলে সাক্ষাৎকারগ্রাহক ট্যাবলেটে এটি পড়েন। উত্তরদাতার নাম লিখবেন না।',
    approve: 'অনুমোদন করুন',
    giveBack: 'ট্যাবলেটে ফেরত দিন',
    reject: 'বাতিল করুন',
    reopen: 'আবার খুলুন',
    needComment: 'আগে মন্তব্য লিখুন: কী ভুল, বা কী আবার জিজ্ঞাসা করতে হবে।',
    decided: 'হয়ে গেছে।',
  },
};
