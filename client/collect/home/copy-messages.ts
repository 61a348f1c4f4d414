import type { Texts } from '../../i18n/texts.ts';

const en = {
  copied: (when: string) => `Copy safe on the server, ${when}`,
  notCopied: 'Only on this tablet so far',
};

export type CopyTexts = typeof en;

/** Where an unfinished interview lies. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const copyMessages: Texts<CopyTexts> = {
  en,
  es: {
    copied: (when) => `Copia segura en el servidor, ${when}`,
    notCopied: 'Por ahora solo en esta tableta',
  },
  hi: {
    copied: (when) => `सर्वर पर कॉपी सुरक्षित, ${when}`,
    notCopied: 'अभी केवल इस टैबलेट पर',
  },
  bn: {
    copied: (when) => `সার্ভারে কপি নিরাপদ, ${when}`,
    notCopied: 'এখনও শুধু এই ট্যাবলেটে',
  },
};
