import type { AuditEntry } from '../../contracts/audit.ts';
import type { Texts } from '../i18n/texts.ts';

interface AuditTexts {
  readonly caption: string;
  readonly when: string;
  readonly who: string;
  readonly action: string;
  readonly outcome: string;
  readonly target: string;
  readonly detail: string;
  readonly address: string;
  readonly outcomes: Readonly<Record<AuditEntry['outcome'], string>>;
  readonly kinds: Readonly<Record<Exclude<AuditEntry['actorKind'], 'person'>, string>>;
}

/** Texts of the audit log's page. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const auditTexts: Texts<AuditTexts> = {
  en: {
    caption: 'Entries, newest first',
    when: 'When',
    who: 'Who',
    action: 'What',
    outcome: 'Outcome',
    target: 'To what',
    detail: 'Detail',
    address: 'Address',
    outcomes: { done: 'done', allowed: 'allowed', refused: 'refused', failed: 'failed' },
    kinds: { tablet: 'tablet', command: 'command line on the server', nobody: 'nobody signed in' },
  },
  es: {
    caption: 'Entradas, de la más reciente a la más antigua',
    when: 'Cuándo',
    who: 'Quién',
    action: 'Qué',
    outcome: 'Resultado',
    target: 'Sobre qué',
    detail: 'Detalle',
    address: 'Dirección',
    outcomes: { done: 'hecho', allowed: 'permitido', refused: 'rechazado', failed: 'fallido' },
    kinds: { tablet: 'tableta', command: 'línea de comandos del servidor', nobody: 'sin sesión' },
  },
  hi: {
    caption: 'प्रविष्टियाँ, नई पहले',
    when: 'कब',
    who: 'कौन',
    action: 'क्या',
    outcome: 'नतीजा',
    target: 'किस पर',
    detail: 'ब्योरा',
    address: 'पता',
    outcomes: { done: 'हुआ', allowed: 'अनुमति मिली', refused: 'मना किया गया', failed: 'असफल' },
    kinds: { tablet: 'टैबलेट', command: 'सर्वर की कमांड लाइन', nobody: 'बिना साइन इन' },
  },
  bn: {
    caption: 'এন্ট্রি, নতুন আগে',
    when: 'কখন',
    who: 'কে',
    action: 'কী',
    outcome: 'ফল',
    target: 'কিসের ওপর',
    detail: 'বিবরণ',
    address: 'ঠিকানা',
    outcomes: { done: 'হয়েছে', allowed: 'অনুমতি দেওয়া', refused: 'মানা করা', failed: 'ব্যর্থ' },
    kinds: { tablet: 'ট্যাবলেট', command: 'সার্ভারের কমান্ড লাইন', nobody: 'সাইন ইন ছাড়া' },
  },
};
