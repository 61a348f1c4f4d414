import type { Texts } from '../i18n/texts.ts';

const en = {
  storageFree: (free: string) => `About ${free} of storage left for Waymark`,
  storageLow: (free: string) =>
    `Only ${free} of storage is left. Send what waits, then remove photos or apps that you do not need.`,
  appVersion: (version: string) => `Waymark ${version}`,
  pinChange: 'Change my PIN',
  pinChangeTitle: 'Change your PIN or passphrase',
  pinChangeText: 'Your interviews stay as they are; only what opens them changes.',
  pinNow: 'PIN or passphrase now',
  pinNowWrong: 'That is not your PIN now. Nothing was changed.',
  pinChangeButton: 'Change it',
  pinChangeWorking: 'Changing…',
  pinChanged: 'Changed. From now on the new one opens the tablet for you.',
  pinChangeFailed: 'The tablet could not write the change. The old one still works.',
  enrolScan: 'Or scan the picture that your office shows, with the camera of this tablet.',
  enrolScanned: 'The code came with the picture. Give the tablet a name, then link it.',
  showMore: (count: number) => `Show ${count} more`,
};

export type TabletTexts = typeof en;

/** Texts of the tablet about itself. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const tabletMessages: Texts<TabletTexts> = {
  en,
  es: {
    storageFree: (free) => `Quedan unos ${free} de espacio para Waymark`,
    storageLow: (free) =>
      `Solo quedan ${free} de espacio. Envíe lo que espera y luego quite fotos o aplicaciones que no necesite.`,
    appVersion: (version) => `Waymark ${version}`,
    pinChange: 'Cambiar mi PIN',
    pinChangeTitle: 'Cambie su PIN o frase',
    pinChangeText: 'Sus entrevistas quedan como están; solo cambia lo que las abre.',
    pinNow: 'PIN o frase actual',
    pinNowWrong: 'Ese no es su PIN actual. No se cambió nada.',
    pinChangeButton: 'Cambiarlo',
    pinChangeWorking: 'Cambiando…',
    pinChanged: 'Cambiado. Desde ahora el nuevo le abre la tableta.',
    pinChangeFailed: 'La tableta no pudo guardar el cambio. El anterior sigue sirviendo.',
    enrolScan: 'O escanee con la cámara de esta tableta la imagen que muestra su oficina.',
    enrolScanned: 'El código vino con la imagen. Dé un nombre a la tableta y vincúlela.',
    showMore: (count) => `Mostrar ${count} más`,
  },
  hi: {
    storageFree: (free) => `Waymark के लिए लगभग ${free} जगह बची है`,
    storageLow: (free) => `केवल ${free} जगह बची है। जो बाक़ी है उसे भेजें, फिर जिन फ़ोटो या ऐप की ज़रूरत नहीं उन्हें हटाएँ।`,
    appVersion: (version) => `Waymark ${version}`,
    pinChange: 'मेरा पिन बदलें',
    pinChangeTitle: 'अपना पिन या पासफ़्रेज़ बदलें',
    pinChangeText: 'आपके इंटरव्यू वैसे ही रहते हैं; केवल उन्हें खोलने वाला बदलता है।',
    pinNow: 'अभी का पिन या पासफ़्रेज़',
    pinNowWrong: 'यह आपका अभी का पिन नहीं है। कुछ नहीं बदला।',
    pinChangeButton: 'बदलें',
    pinChangeWorking: 'बदल रहा है…',
    pinChanged: 'बदल गया। अब से नया वाला आपके लिए टैबलेट खोलेगा।',
    pinChangeFailed: 'टैबलेट बदलाव नहीं लिख सका। पुराना अब भी चलता है।',
    enrolScan: 'या इस टैबलेट के कैमरे से वह तस्वीर स्कैन करें जो आपका दफ़्तर दिखाता है।',
    enrolScanned: 'कोड तस्वीर के साथ आ गया। टैबलेट को नाम दें, फिर जोड़ें।',
    showMore: (count) => `${count} और दिखाएँ`,
  },
  bn: {
    storageFree: (free) => `Waymark-এর জন্য প্রায় ${free} জায়গা আছে`,
    storageLow: (free) =>
      `মাত্র ${free} জায়গা আছে। যা বাকি তা পাঠান, তারপর যে ছবি বা অ্যাপ লাগে না সেগুলো সরান।`,
    appVersion: (version) => `Waymark ${version}`,
    pinChange: 'আমার পিন বদলান',
    pinChangeTitle: 'আপনার পিন বা পাসফ্রেজ বদলান',
    pinChangeText: 'আপনার সাক্ষাৎকার যেমন আছে তেমনই থাকে; শুধু যা দিয়ে খোলে তা বদলায়।',
    pinNow: 'এখনকার পিন বা পাসফ্রেজ',
    pinNowWrong: 'এটি আপনার এখনকার পিন নয়। কিছু বদলায়নি।',
    pinChangeButton: 'বদলান',
    pinChangeWorking: 'বদলানো হচ্ছে…',
    pinChanged: 'বদলানো হয়েছে। এখন থেকে নতুনটি দিয়ে আপনার ট্যাবলেট খুলবে।',
    pinChangeFailed: 'ট্যাবলেট বদলটি লিখতে পারেনি। পুরোনোটি এখনও চলে।',
    enrolScan: 'অথবা আপনার অফিস যে ছবি দেখায় তা এই ট্যাবলেটের ক্যামেরায় স্ক্যান করুন।',
    enrolScanned: 'কোড ছবির সঙ্গে এসেছে। ট্যাবলেটের একটি নাম দিন, তারপর যুক্ত করুন।',
    showMore: (count) => `আরও ${count}টি দেখান`,
  },
};
