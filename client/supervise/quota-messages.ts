import type { Texts } from '../i18n/texts.ts';

interface QuotaTexts {
  readonly title: string;
  readonly text: string;
  readonly group: string;
  readonly everybody: string;
  readonly allBranches: string;
  readonly branch: string;
  readonly wanted: string;
  readonly completed: string;
  readonly expected: string;
  readonly left: string;
  readonly picture: string;
}

/** Texts of the quotas on the board. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const quotaTexts: Texts<QuotaTexts> = {
  en: {
    title: 'Quotas',
    text: 'Interviews wanted of each group, against those that are done. The line marks what was expected by today.',
    group: 'Group',
    everybody: 'everybody',
    allBranches: 'All branches',
    branch: 'Branch',
    wanted: 'Wanted',
    completed: 'Done',
    expected: 'Expected by today',
    left: 'Still to do',
    picture: 'Quotas in numbers',
  },
  es: {
    title: 'Cuotas',
    text: 'Entrevistas deseadas de cada grupo y las que están hechas. La línea marca lo esperado hasta hoy.',
    group: 'Grupo',
    everybody: 'todas',
    allBranches: 'Todas las sucursales',
    branch: 'Sucursal',
    wanted: 'Deseadas',
    completed: 'Hechas',
    expected: 'Esperadas hasta hoy',
    left: 'Por hacer',
    picture: 'Cuotas en números',
  },
  hi: {
    title: 'कोटा',
    text: 'हर समूह से कितने साक्षात्कार चाहिए और कितने हो चुके हैं। रेखा आज तक की अपेक्षा दिखाती है।',
    group: 'समूह',
    everybody: 'सभी',
    allBranches: 'सभी शाखाएँ',
    branch: 'शाखा',
    wanted: 'चाहिए',
    completed: 'हो गए',
    expected: 'आज तक अपेक्षित',
    left: 'बाकी',
    picture: 'कोटा अंकों में',
  },
  bn: {
    title: 'কোটা',
    text: 'প্রতিটি দল থেকে কত সাক্ষাৎকার চাই, আর কত হয়েছে। রেখাটি আজ পর্যন্ত প্রত্যাশা দেখায়।',
    group: 'দল',
    everybody: 'সবাই',
    allBranches: 'সব শাখা',
    branch: 'শাখা',
    wanted: 'চাই',
    completed: 'হয়েছে',
    expected: 'আজ পর্যন্ত প্রত্যাশিত',
    left: 'বাকি',
    picture: 'সংখ্যায় কোটা',
  },
};
