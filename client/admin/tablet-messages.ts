import type { Texts } from '../i18n/texts.ts';

const en = {
  scanText: 'Or let the camera of the tablet read this picture: it opens Waymark with the code filled in.',
  qrLabel: 'QR code of the address that links a tablet',
  rename: 'Rename',
  renameNamed: (name: string) => `Rename ${name}`,
  renameTitle: (name: string) => `Another name for ${name}`,
  newName: 'Name of the tablet',
  renameText: 'The tablet shows its new name after it was connected the next time.',
  save: 'Save',
  cancel: 'Leave it',
  app: 'Version',
  storage: 'Storage left',
  mayBeCleared: 'the browser may clear it',
};

export type TabletAdminTexts = typeof en;

/** More texts of the tablets page. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const tabletAdminTexts: Texts<TabletAdminTexts> = {
  en,
  es: {
    scanText: 'O deje que la cámara de la tableta lea esta imagen: abre Waymark con el código ya escrito.',
    qrLabel: 'Código QR de la dirección que registra una tableta',
    rename: 'Cambiar el nombre',
    renameNamed: (name) => `Cambiar el nombre de ${name}`,
    renameTitle: (name) => `Otro nombre para ${name}`,
    newName: 'Nombre de la tableta',
    renameText: 'La tableta muestra su nuevo nombre cuando vuelva a conectarse.',
    save: 'Guardar',
    cancel: 'Dejarlo',
    app: 'Versión',
    storage: 'Espacio libre',
    mayBeCleared: 'el navegador podría borrarlo',
  },
  hi: {
    scanText: 'या टैबलेट के कैमरे से यह तस्वीर पढ़वाएँ: Waymark भरे हुए कोड के साथ खुलता है।',
    qrLabel: 'टैबलेट जोड़ने वाले पते का QR कोड',
    rename: 'नाम बदलें',
    renameNamed: (name) => `${name} का नाम बदलें`,
    renameTitle: (name) => `${name} का नया नाम`,
    newName: 'टैबलेट का नाम',
    renameText: 'अगली बार जुड़ने पर टैबलेट नया नाम दिखाता है।',
    save: 'सहेजें',
    cancel: 'रहने दें',
    app: 'संस्करण',
    storage: 'बची जगह',
    mayBeCleared: 'ब्राउज़र इसे मिटा सकता है',
  },
  bn: {
    scanText: 'অথবা ট্যাবলেটের ক্যামেরায় এই ছবি পড়ান: কোড বসানো অবস্থায় Waymark খোলে।',
    qrLabel: 'ট্যাবলেট যুক্ত করার ঠিকানার QR কোড',
    rename: 'নাম বদলান',
    renameNamed: (name) => `${name}-এর নাম বদলান`,
    renameTitle: (name) => `${name}-এর নতুন নাম`,
    newName: 'ট্যাবলেটের নাম',
    renameText: 'পরের বার সংযোগ হলে ট্যাবলেট নতুন নাম দেখায়।',
    save: 'সংরক্ষণ',
    cancel: 'থাক',
    app: 'সংস্করণ',
    storage: 'খালি জায়গা',
    mayBeCleared: 'ব্রাউজার এটি মুছতে পারে',
  },
};
