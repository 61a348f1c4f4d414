import type { Texts } from '../i18n/texts.ts';

interface HeldTexts {
  readonly heldText: string;
  readonly status: string;
  readonly statuses: Readonly<Record<'stored' | 'conflict' | 'quarantined', string>>;
  readonly reason: string;
  readonly noHeld: string;
  readonly countThis: string;
  readonly leaveOut: string;
  readonly lookAgain: string;
  readonly version: (number: string) => string;
  readonly cannotRelease: string;
  readonly notReadable: string;
  readonly waiting: string;
  readonly waitsForOther: string;
  readonly differs: string;
  readonly erased: string;
  readonly needsOtherBranch: string;
  readonly chooseText: string;
}

/** Texts of records set aside. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const heldTexts: Texts<HeldTexts> = {
  en: {
    heldText: 'Records that came and do not count: nothing here is lost. Open one to decide.',
    status: 'Kept as',
    statuses: { stored: 'Counts', conflict: 'In conflict', quarantined: 'In quarantine' },
    reason: 'Why',
    noHeld: 'Nothing is set aside.',
    countThis: 'Count this one',
    leaveOut: 'Leave it out',
    lookAgain: 'Put it back on the list',
    version: (number) => `Content ${number}`,
    cannotRelease: 'It cannot be counted:',
    notReadable: 'Its content cannot be shown.',
    waiting: 'Waiting',
    waitsForOther: 'Waits for someone who sees both branches',
    differs: 'Another content came under the same number',
    erased: 'Erased on request',
    needsOtherBranch: 'Also kept in a branch that is not yours: someone who sees both decides.',
    chooseText: 'Only one content of an interview counts. All of them are kept, whatever you choose.',
  },
  es: {
    heldText: 'Registros que llegaron y no cuentan: aquí no se pierde nada. Abra uno para decidir.',
    status: 'Guardada como',
    statuses: { stored: 'Cuenta', conflict: 'En conflicto', quarantined: 'En cuarentena' },
    reason: 'Motivo',
    noHeld: 'No hay nada apartado.',
    countThis: 'Contar esta',
    leaveOut: 'Dejarla fuera',
    lookAgain: 'Volver a ponerla en la lista',
    version: (number) => `Contenido ${number}`,
    cannotRelease: 'No se puede contar:',
    notReadable: 'Su contenido no se puede mostrar.',
    waiting: 'En espera',
    waitsForOther: 'Espera a quien ve ambas sucursales',
    differs: 'Llegó otro contenido con el mismo número',
    erased: 'Borrado a petición',
    needsOtherBranch: 'También está en una sucursal que no es suya: decide quien ve ambas.',
    chooseText: 'Solo cuenta un contenido de una entrevista. Todos se guardan, elija lo que elija.',
  },
  hi: {
    heldText: 'जो रिकॉर्ड आए पर गिने नहीं जाते: यहाँ कुछ खोता नहीं। फ़ैसले के लिए एक खोलें।',
    status: 'कैसे रखा है',
    statuses: { stored: 'गिना जाता है', conflict: 'टकराव में', quarantined: 'अलग रखा' },
    reason: 'क्यों',
    noHeld: 'कुछ अलग नहीं रखा गया।',
    countThis: 'इसे गिनें',
    leaveOut: 'इसे छोड़ें',
    lookAgain: 'फिर सूची में रखें',
    version: (number) => `सामग्री ${number}`,
    cannotRelease: 'इसे गिना नहीं जा सकता:',
    notReadable: 'इसकी सामग्री दिखाई नहीं जा सकती।',
    waiting: 'बाकी',
    waitsForOther: 'उसका इंतज़ार है जो दोनों शाखाएँ देखता है',
    differs: 'इसी नंबर से दूसरी सामग्री भी आई',
    erased: 'अनुरोध पर मिटाया गया',
    needsOtherBranch: 'यह ऐसी शाखा में भी रखा है जो आपकी नहीं: फ़ैसला वह करेगा जो दोनों देखता है।',
    chooseText: 'एक साक्षात्कार की एक ही सामग्री गिनी जाती है। आप जो भी चुनें, सब रखी जाती हैं।',
  },
  bn: {
    heldText: 'যেসব নথি এসেছে কিন্তু গোনা হয় না: এখানে কিছুই হারায় না। সিদ্ধান্ত নিতে একটি খুলুন।',
    status: 'যেভাবে রাখা',
    statuses: { stored: 'গোনা হয়', conflict: 'বিরোধে', quarantined: 'আলাদা রাখা' },
    reason: 'কেন',
    noHeld: 'কিছু আলাদা রাখা নেই।',
    countThis: 'এটি গুনুন',
    leaveOut: 'এটি বাদ রাখুন',
    lookAgain: 'আবার তালিকায় রাখুন',
    version: (number) => `বিষয়বস্তু ${number}`,
    cannotRelease: 'এটি গোনা যাবে না:',
    notReadable: 'এর বিষয়বস্তু দেখানো যায় না।',
    waiting: 'বাকি',
    waitsForOther: 'যিনি দুই শাখাই দেখেন তাঁর অপেক্ষায়',
    differs: 'একই নম্বরে অন্য বিষয়বস্তুও এসেছে',
    erased: 'অনুরোধে মুছে ফেলা হয়েছে',
    needsOtherBranch: 'এটি এমন শাখাতেও রাখা আছে যা আপনার নয়: যিনি দুটিই দেখেন তিনি সিদ্ধান্ত নেবেন।',
    chooseText: 'একটি সাক্ষাৎকারের একটি বিষয়বস্তুই গোনা হয়। আপনি যা-ই বাছুন, সবগুলো রাখা থাকে।',
  },
};
