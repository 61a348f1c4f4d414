import type { Texts } from '../i18n/texts.ts';

interface TargetTexts {
  readonly setTarget: string;
  readonly interviews: string;
  readonly from: string;
  readonly until: string;
  readonly save: string;
  readonly saved: string;
  readonly badTarget: string;
}

/** Texts for setting a target. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const targetTexts: Texts<TargetTexts> = {
  en: {
    setTarget: 'Set a target',
    interviews: 'Interviews',
    from: 'First day',
    until: 'Last day',
    save: 'Save the target',
    saved: 'The target is saved.',
    badTarget: 'Give a whole number of interviews, and a last day that is not before the first.',
  },
  es: {
    setTarget: 'Fijar una meta',
    interviews: 'Entrevistas',
    from: 'Primer día',
    until: 'Último día',
    save: 'Guardar la meta',
    saved: 'La meta está guardada.',
    badTarget: 'Indique un número entero de entrevistas y un último día que no sea anterior al primero.',
  },
  hi: {
    setTarget: 'लक्ष्य तय करें',
    interviews: 'साक्षात्कार',
    from: 'पहला दिन',
    until: 'आख़िरी दिन',
    save: 'लक्ष्य सहेजें',
    saved: 'लक्ष्य सहेज लिया गया।',
    badTarget: 'साक्षात्कारों की पूरी संख्या दें, और आख़िरी दिन पहले दिन से पहले न हो।',
  },
  bn: {
    setTarget: 'লক্ষ্য ঠিক করুন',
    interviews: 'সাক্ষাৎকার',
    from: 'প্রথম দিন',
    until: 'শেষ দিন',
    save: 'লক্ষ্য রাখুন',
    saved: 'লক্ষ্য রাখা হয়েছে।',
    badTarget: 'সাক্ষাৎকারের পূর্ণ সংখ্যা দিন; শেষ দিন যেন প্রথম দিনের আগে না হয়।',
  },
};
