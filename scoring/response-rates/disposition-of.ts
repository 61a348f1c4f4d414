import type { Disposition } from './outcome-rates.ts';

/**
 * How a case stands at the end → AAPOR's disposition, with the code of the Standard Definitions for in-person
 * surveys. `none` is a case that nobody has gone to (yet).
 *
 * A call-back that was never kept and someone not found are non-contacts: the case is known to be eligible, as it
 * is on the institution's list of clients. Of someone who moved, nobody knows whether she is still a client.
 */
export const DISPOSITION_OF = {
  completed: { disposition: 'I', code: '1.1' },
  partial: { disposition: 'P', code: '1.2' },
  refused: { disposition: 'R', code: '2.11' },
  'broken-off': { disposition: 'R', code: '2.12' },
  'not-found': { disposition: 'NC', code: '2.20' },
  'call-back': { disposition: 'NC', code: '2.25' },
  other: { disposition: 'O', code: '2.30' },
  none: { disposition: 'UH', code: '3.11' },
  moved: { disposition: 'UO', code: '3.90' },
  ineligible: { disposition: 'NE', code: '4.70' },
} as const satisfies Readonly<Record<string, { readonly disposition: Disposition; readonly code: string }>>;
export type CaseEnd = keyof typeof DISPOSITION_OF;
