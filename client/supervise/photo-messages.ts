import type { Texts } from '../i18n/texts.ts';

const en = {
  title: (count: number) => (count === 1 ? '1 photo' : `${count} photos`),
  recorded: 'Photos show a person or her business. That you looked at them is recorded.',
  show: 'Show',
  alt: (number: number, all: number) => `Photo ${number} of ${all} that was taken in this interview`,
  missing: 'This photo cannot be shown: it has not come yet, was erased, or the key to it is not here.',
};

export type PhotoTexts = typeof en;

/** Photos under review. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const photoTexts: Texts<PhotoTexts> = {
  en,
  es: {
    title: (count) => (count === 1 ? '1 foto' : `${count} fotos`),
    recorded: 'Las fotos muestran a una persona o su negocio. Queda registrado que usted las vio.',
    show: 'Mostrar',
    alt: (number, all) => `Foto ${number} de ${all} tomada en esta entrevista`,
    missing: 'Esta foto no se puede mostrar: aún no llegó, se borró, o su clave no está aquí.',
  },
  hi: {
    title: (count) => `${count} तस्वीर`,
    recorded: 'तस्वीरों में कोई व्यक्ति या उसका कारोबार दिखता है। आपने इन्हें देखा, यह दर्ज होता है।',
    show: 'दिखाएँ',
    alt: (number, all) => `इस साक्षात्कार में ली गई ${all} में से तस्वीर ${number}`,
    missing: 'यह तस्वीर दिखाई नहीं जा सकती: वह अभी नहीं आई, मिटा दी गई, या उसकी चाबी यहाँ नहीं है।',
  },
  bn: {
    title: (count) => `${count}টি ছবি`,
    recorded: 'ছবিতে একজন মানুষ বা তাঁর ব্যবসা দেখা যায়। আপনি দেখেছেন তা নথিভুক্ত হয়।',
    show: 'দেখান',
    alt: (number, all) => `এই সাক্ষাৎকারে তোলা ${all}টির মধ্যে ${number} নম্বর ছবি`,
    missing: 'এই ছবি দেখানো যায় না: এখনও আসেনি, মুছে ফেলা হয়েছে, অথবা এর চাবি এখানে নেই।',
  },
};
