import type { Texts } from '../../../i18n/texts.ts';

interface PhotoTexts {
  readonly take: string;
  readonly again: string;
  readonly remove: string;
  readonly working: string;
  readonly kept: string;
  readonly failed: string;
  readonly hint: string;
  readonly shown: string;
  readonly none: string;
}

/** Words about photos. es, hi and bn await a native reader's check. */
export const photoMessages: Texts<PhotoTexts> = {
  en: {
    take: 'Take a photo',
    again: 'Take another',
    remove: 'Remove it',
    working: 'One moment…',
    kept: 'The photo is kept with this interview.',
    failed: 'The photo could not be kept. Take it again, or go on without.',
    hint: 'Only if the person agrees. No face is needed.',
    shown: 'The photo as it will be sent',
    none: 'no photo',
  },
  es: {
    take: 'Tomar una foto',
    again: 'Tomar otra',
    remove: 'Quitarla',
    working: 'Un momento…',
    kept: 'La foto queda con esta entrevista.',
    failed: 'No se pudo guardar la foto. Tómela otra vez o siga sin ella.',
    hint: 'Solo si la persona acepta. No hace falta ninguna cara.',
    shown: 'La foto como se enviará',
    none: 'sin foto',
  },
  hi: {
    take: 'तस्वीर लें',
    again: 'दूसरी लें',
    remove: 'हटाएँ',
    working: 'एक पल…',
    kept: 'तस्वीर इस साक्षात्कार के साथ रखी गई है।',
    failed: 'तस्वीर रखी नहीं जा सकी। फिर से लें, या इसके बिना आगे बढ़ें।',
    hint: 'केवल तभी जब व्यक्ति सहमत हो। चेहरा ज़रूरी नहीं।',
    shown: 'तस्वीर, जैसी भेजी जाएगी',
    none: 'कोई तस्वीर नहीं',
  },
  bn: {
    take: 'ছবি তুলুন',
    again: 'আরেকটি তুলুন',
    remove: 'সরিয়ে দিন',
    working: 'এক মুহূর্ত…',
    kept: 'ছবিটি এই সাক্ষাৎকারের সঙ্গে রাখা হয়েছে।',
    failed: 'ছবিটি রাখা যায়নি। আবার তুলুন, বা ছাড়াই এগিয়ে যান।',
    hint: 'শুধু ব্যক্তি রাজি হলে। মুখের দরকার নেই।',
    shown: 'ছবিটি, যেমন পাঠানো হবে',
    none: 'ছবি নেই',
  },
};
