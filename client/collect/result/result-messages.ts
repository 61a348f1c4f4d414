import type { Texts } from '../../i18n/texts.ts';

interface ResultTexts {
  readonly tell: string;
  readonly read: string;
  readonly stop: string;
  readonly noVoice: string;
  readonly print: string;
  readonly send: string;
  readonly sendHint: string;
}

/** How a result is handed over. es, hi and bn await a native reader's check. */
export const resultMessages: Texts<ResultTexts> = {
  en: {
    tell: 'Take it with you',
    read: 'Read it out',
    stop: 'Stop reading',
    noVoice: 'This tablet has no voice for this language. Please read the card out yourself.',
    print: 'Print',
    send: 'Send as a message',
    sendHint: 'No name goes along, and this tablet keeps no number.',
  },
  es: {
    tell: 'Para llevar',
    read: 'Leer en voz alta',
    stop: 'Dejar de leer',
    noVoice: 'Esta tableta no tiene voz para este idioma. Por favor, lea usted la tarjeta.',
    print: 'Imprimir',
    send: 'Enviar como mensaje',
    sendHint: 'No va ningún nombre, y esta tableta no guarda ningún número.',
  },
  hi: {
    tell: 'साथ ले जाएँ',
    read: 'पढ़कर सुनाएँ',
    stop: 'पढ़ना रोकें',
    noVoice: 'इस टैबलेट में इस भाषा की आवाज़ नहीं है। कृपया कार्ड ख़ुद पढ़कर सुनाएँ।',
    print: 'छापें',
    send: 'संदेश से भेजें',
    sendHint: 'कोई नाम नहीं जाता, और यह टैबलेट कोई नंबर नहीं रखता।',
  },
  bn: {
    tell: 'সঙ্গে নিয়ে যান',
    read: 'পড়ে শোনান',
    stop: 'পড়া থামান',
    noVoice: 'এই ট্যাবলেটে এই ভাষার কণ্ঠ নেই। দয়া করে কার্ডটি নিজে পড়ে শোনান।',
    print: 'ছাপুন',
    send: 'বার্তায় পাঠান',
    sendHint: 'কোনো নাম যায় না, আর এই ট্যাবলেট কোনো নম্বর রাখে না।',
  },
};
