import type { Texts } from '../i18n/texts.ts';

const en = {
  sending: 'Sending',
  lastSent: (when: string) => `last sent ${when}`,
  /** By the codes that tablets report. */
  problems: {
    offline: 'no network',
    timeout: 'no answer in time',
    serverError: 'trouble at the server',
    notAReceipt: 'something else answered, not Waymark',
    wrongReceipt: 'the receipt of another record',
    notEnrolled: 'the link is not valid any more',
    refused: 'a record was refused',
  },
};

/** Texts of the tablets' sync log. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const syncTexts: Texts<typeof en> = {
  en,
  es: {
    sending: 'Envío',
    lastSent: (when) => `último envío ${when}`,
    problems: {
      offline: 'sin red',
      timeout: 'sin respuesta a tiempo',
      serverError: 'problema en el servidor',
      notAReceipt: 'respondió otra cosa, no Waymark',
      wrongReceipt: 'recibo de otro registro',
      notEnrolled: 'el vínculo ya no es válido',
      refused: 'se rechazó un registro',
    },
  },
  hi: {
    sending: 'भेजना',
    lastSent: (when) => `पिछली बार भेजा ${when}`,
    problems: {
      offline: 'नेटवर्क नहीं',
      timeout: 'समय पर जवाब नहीं',
      serverError: 'सर्वर में दिक़्क़त',
      notAReceipt: 'Waymark नहीं, किसी और ने जवाब दिया',
      wrongReceipt: 'किसी और रिकॉर्ड की रसीद',
      notEnrolled: 'जोड़ अब मान्य नहीं',
      refused: 'एक रिकॉर्ड नहीं लिया गया',
    },
  },
  bn: {
    sending: 'পাঠানো',
    lastSent: (when) => `শেষ পাঠানো ${when}`,
    problems: {
      offline: 'নেটওয়ার্ক নেই',
      timeout: 'সময়মতো উত্তর নেই',
      serverError: 'সার্ভারে সমস্যা',
      notAReceipt: 'Waymark নয়, অন্য কিছু উত্তর দিয়েছে',
      wrongReceipt: 'অন্য রেকর্ডের রসিদ',
      notEnrolled: 'সংযোগ আর বৈধ নয়',
      refused: 'একটি রেকর্ড নেওয়া হয়নি',
    },
  },
};
