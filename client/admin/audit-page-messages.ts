import type { Texts } from '../i18n/texts.ts';

interface AuditPageTexts {
  readonly title: string;
  readonly text: string;
  readonly loading: string;
  readonly none: string;
  readonly from: string;
  readonly to: string;
  readonly contains: string;
  readonly all: string;
  readonly search: string;
  readonly older: string;
  readonly newest: string;
  readonly csv: string;
  readonly utc: string;
}

/** Texts of the audit log's page. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const auditPageTexts: Texts<AuditPageTexts> = {
  en: {
    title: 'Audit log',
    text: 'Who did what, when and from where. It holds no answers and no respondent’s name, and no line can be changed.',
    loading: 'Fetching the log…',
    none: 'Nothing in the log fits this search.',
    from: 'From day',
    to: 'To day',
    contains: 'Target, detail or address contains',
    all: 'All',
    search: 'Search',
    older: 'Older entries',
    newest: 'Back to the newest',
    csv: 'Download as CSV',
    utc: 'Days are counted in UTC.',
  },
  es: {
    title: 'Registro de auditoría',
    text: 'Quién hizo qué, cuándo y desde dónde. No contiene respuestas ni nombres de encuestados, y ninguna línea se puede cambiar.',
    loading: 'Buscando el registro…',
    none: 'Nada en el registro coincide con esta búsqueda.',
    from: 'Desde el día',
    to: 'Hasta el día',
    contains: 'El objeto, detalle o dirección contiene',
    all: 'Todo',
    search: 'Buscar',
    older: 'Entradas más antiguas',
    newest: 'Volver a las más recientes',
    csv: 'Descargar como CSV',
    utc: 'Los días se cuentan en UTC.',
  },
  hi: {
    title: 'ऑडिट लॉग',
    text: 'किसने क्या, कब और कहाँ से किया। इसमें न उत्तर हैं, न किसी उत्तरदाता का नाम, और कोई पंक्ति बदली नहीं जा सकती।',
    loading: 'लॉग लाया जा रहा है…',
    none: 'इस खोज से कुछ नहीं मिला।',
    from: 'इस दिन से',
    to: 'इस दिन तक',
    contains: 'लक्ष्य, ब्योरे या पते में यह हो',
    all: 'सभी',
    search: 'खोजें',
    older: 'पुरानी प्रविष्टियाँ',
    newest: 'सबसे नई पर लौटें',
    csv: 'CSV में डाउनलोड करें',
    utc: 'दिन UTC में गिने जाते हैं।',
  },
  bn: {
    title: 'অডিট লগ',
    text: 'কে কী, কখন ও কোথা থেকে করেছেন। এতে কোনো উত্তর বা উত্তরদাতার নাম নেই, আর কোনো লাইন বদলানো যায় না।',
    loading: 'লগ আনা হচ্ছে…',
    none: 'এই খোঁজে কিছু মেলেনি।',
    from: 'এই দিন থেকে',
    to: 'এই দিন পর্যন্ত',
    contains: 'লক্ষ্য, বিবরণ বা ঠিকানায় আছে',
    all: 'সব',
    search: 'খুঁজুন',
    older: 'পুরোনো এন্ট্রি',
    newest: 'সবচেয়ে নতুনে ফিরুন',
    csv: 'CSV ডাউনলোড করুন',
    utc: 'দিন UTC অনুযায়ী গোনা।',
  },
};
