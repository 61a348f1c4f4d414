import type { Texts } from '../i18n/texts.ts';

interface GlanceTexts {
  readonly glance: string;
  readonly behind: string;
  readonly noneBehind: string;
  readonly toReview: string;
  readonly noneToReview: string;
  readonly goneQuiet: string;
  readonly noneQuiet: string;
  readonly fewer: (count: string) => string;
  readonly reviewThem: string;
  readonly seeHeld: string;
  readonly places: string;
  readonly noPlaces: string;
  readonly noneOdd: string;
  readonly outsideArea: (count: string) => string;
  readonly samePlace: (count: string) => string;
  readonly more: (count: string) => string;
  readonly setAside: (count: string) => string;
}

/** Texts of the board at a glance. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const glanceTexts: Texts<GlanceTexts> = {
  en: {
    glance: 'At a glance',
    behind: 'Behind',
    noneBehind: 'Nobody is behind today’s expectation.',
    toReview: 'Doubtful, not yet reviewed',
    noneToReview: 'No doubtful interview waits.',
    goneQuiet: 'Gone quiet',
    noneQuiet: 'Every tablet was heard of.',
    fewer: (n) => `${n} fewer than expected`,
    reviewThem: 'Review them',
    seeHeld: 'See what is set aside',
    setAside: (n) => `${n} set aside`,
    places: 'Doubtful places',
    noPlaces: 'No interview has a recorded place yet.',
    noneOdd: 'No recorded place is doubtful.',
    outsideArea: (n) => `${n} outside of the area`,
    samePlace: (n) => `${n} at one and the same place`,
    more: (n) => `${n} more`,
  },
  es: {
    glance: 'De un vistazo',
    behind: 'Atrasadas',
    noneBehind: 'Ninguna está por debajo de lo esperado hoy.',
    toReview: 'Dudosas, sin revisar',
    noneToReview: 'Ninguna entrevista dudosa espera.',
    goneQuiet: 'Sin noticias',
    noneQuiet: 'Hay noticias de todas las tabletas.',
    fewer: (n) => `${n} menos de lo esperado`,
    reviewThem: 'Revisarlas',
    seeHeld: 'Ver lo apartado',
    setAside: (n) => `${n} apartadas`,
    places: 'Lugares dudosos',
    noPlaces: 'Ninguna entrevista tiene todavía un lugar registrado.',
    noneOdd: 'Ningún lugar registrado es dudoso.',
    outsideArea: (n) => `${n} fuera de la zona`,
    samePlace: (n) => `${n} en un mismo lugar`,
    more: (n) => `${n} más`,
  },
  hi: {
    glance: 'एक नज़र में',
    behind: 'पीछे',
    noneBehind: 'आज की अपेक्षा से कोई पीछे नहीं।',
    toReview: 'संदेह वाले, समीक्षा बाकी',
    noneToReview: 'कोई संदेह वाला साक्षात्कार बाकी नहीं।',
    goneQuiet: 'कोई ख़बर नहीं',
    noneQuiet: 'हर टैबलेट की ख़बर है।',
    fewer: (n) => `अपेक्षा से ${n} कम`,
    reviewThem: 'समीक्षा करें',
    seeHeld: 'अलग रखे देखें',
    setAside: (n) => `${n} अलग रखे`,
    places: 'संदिग्ध जगहें',
    noPlaces: 'अभी किसी साक्षात्कार की जगह दर्ज नहीं है।',
    noneOdd: 'दर्ज की गई कोई जगह संदिग्ध नहीं है।',
    outsideArea: (n) => `${n} क्षेत्र से बाहर`,
    samePlace: (n) => `${n} एक ही जगह पर`,
    more: (n) => `${n} और`,
  },
  bn: {
    glance: 'এক নজরে',
    behind: 'পিছিয়ে',
    noneBehind: 'আজকের প্রত্যাশার চেয়ে কেউ পিছিয়ে নেই।',
    toReview: 'সন্দেহযুক্ত, পর্যালোচনা বাকি',
    noneToReview: 'কোনো সন্দেহযুক্ত সাক্ষাৎকার বাকি নেই।',
    goneQuiet: 'খবর নেই',
    noneQuiet: 'সব ট্যাবলেটের খবর আছে।',
    fewer: (n) => `প্রত্যাশার চেয়ে ${n}টি কম`,
    reviewThem: 'পর্যালোচনা করুন',
    seeHeld: 'আলাদা রাখা দেখুন',
    setAside: (n) => `${n}টি আলাদা রাখা`,
    places: 'সন্দেহজনক জায়গা',
    noPlaces: 'এখনও কোনো সাক্ষাৎকারের জায়গা লেখা নেই।',
    noneOdd: 'লেখা কোনো জায়গা সন্দেহজনক নয়।',
    outsideArea: (n) => `${n}টি এলাকার বাইরে`,
    samePlace: (n) => `${n}টি একই জায়গায়`,
    more: (n) => `আরও ${n}টি`,
  },
};
