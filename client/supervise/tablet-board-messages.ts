import type { Texts } from '../i18n/texts.ts';

interface TabletBoardTexts {
  readonly tablets: string;
  readonly tablet: string;
  readonly lastSeen: string;
  readonly never: string;
  readonly quiet: (hours: number) => string;
  readonly unsent: string;
  readonly oldest: string;
  readonly drafts: string;
  readonly discarded: (count: string) => string;
  readonly storage: string;
  readonly app: string;
  readonly noTablets: string;
}

/** Texts of the tablets on the board. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const tabletBoardTexts: Texts<TabletBoardTexts> = {
  en: {
    tablets: 'Tablets',
    tablet: 'Tablet',
    lastSeen: 'Last seen',
    never: 'not yet',
    quiet: (hours) => `quiet for more than ${hours} hours`,
    unsent: 'Unsent',
    oldest: 'Oldest unsent',
    drafts: 'Drafts',
    discarded: (count) => `${count} thrown away`,
    storage: 'Storage used',
    app: 'App',
    noTablets: 'No tablet is enrolled in your branches.',
  },
  es: {
    tablets: 'Tabletas',
    tablet: 'Tableta',
    lastSeen: 'Vista por última vez',
    never: 'todavía no',
    quiet: (hours) => `sin noticias desde hace más de ${hours} horas`,
    unsent: 'Sin enviar',
    oldest: 'La más antigua sin enviar',
    drafts: 'Borradores',
    discarded: (count) => `${count} desechados`,
    storage: 'Espacio usado',
    app: 'Aplicación',
    noTablets: 'No hay tabletas registradas en sus sucursales.',
  },
  hi: {
    tablets: 'टैबलेट',
    tablet: 'टैबलेट',
    lastSeen: 'पिछली बार देखा',
    never: 'अभी नहीं',
    quiet: (hours) => `${hours} घंटे से ज़्यादा से कोई ख़बर नहीं`,
    unsent: 'न भेजे गए',
    oldest: 'सबसे पुराना न भेजा गया',
    drafts: 'अधूरे',
    discarded: (count) => `${count} हटाए गए`,
    storage: 'इस्तेमाल जगह',
    app: 'ऐप',
    noTablets: 'आपकी शाखाओं में कोई टैबलेट जुड़ा नहीं है।',
  },
  bn: {
    tablets: 'ট্যাবলেট',
    tablet: 'ট্যাবলেট',
    lastSeen: 'শেষ দেখা',
    never: 'এখনও নয়',
    quiet: (hours) => `${hours} ঘণ্টার বেশি খবর নেই`,
    unsent: 'না-পাঠানো',
    oldest: 'সবচেয়ে পুরোনো না-পাঠানো',
    drafts: 'খসড়া',
    discarded: (count) => `${count}টি বাতিল`,
    storage: 'ব্যবহৃত জায়গা',
    app: 'অ্যাপ',
    noTablets: 'আপনার শাখায় কোনো ট্যাবলেট যুক্ত নেই।',
  },
};
