/**
 * Final dispositions of sampled cases, by AAPOR's letters: complete (I) and partial interview (P), refusal and
 * break-off (R), non-contact (NC), other non-interview of an eligible case (O), unknown whether there is an
 * eligible person: nothing known of it (UH) or other (UO), not eligible (NE).
 */
export const DISPOSITIONS = ['I', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Cases of each disposition, or the sum of their weights. */
export type DispositionCounts = Readonly<Record<Disposition, number>>;

export const NO_CASES: DispositionCounts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };

export const RATE_NAMES = [
  ...(['RR1', 'RR2', 'RR3', 'RR4', 'RR5', 'RR6', 'COOP1', 'COOP2', 'COOP3', 'COOP4'] as const),
  ...(['REF1', 'REF2', 'REF3', 'CON1', 'CON2', 'CON3'] as const),
] as const;
export type RateName = (typeof RATE_NAMES)[number];

/** A share from 0 to 1; null with the reason where it cannot be computed. */
export type Rate = { readonly value: number } | { readonly value: null; readonly reason: string };

export interface OutcomeRates {
  readonly rates: Readonly<Record<RateName, Rate>>;
  /** Share of the cases of unknown eligibility that is taken to be eligible. */
  readonly e: Rate & { readonly method: 'proportional allocation' | 'given' };
}

/**
 * Response, cooperation, refusal and contact rates of AAPOR's Standard Definitions (10th edition, 2023,
 * "Calculating outcome rates"). RR3, RR4, REF2 and CON2 use e, the share of cases of unknown
 * eligibility that is eligible; unless it is given, it is the share among the cases whose eligibility is known
 * (proportional allocation, the CASRO method).
 *
 * @param counts cases or weights, none negative
 * @param given e, 0–1, from what the surveyor knows; AAPOR asks to say where it comes from
 * @example outcomeRates({ ...NO_CASES, I: 3, R: 1 }).rates.RR1 // { value: 0.75 }
 */
export function outcomeRates(counts: DispositionCounts, given?: number): OutcomeRates {
  const { I, P, R, NC, O, UH, UO, NE } = counts;
  const eligible = I + P + R + NC + O;
  const unknown = UH + UO;
  const e = given === undefined ? share(eligible, eligible + NE, NO_ELIGIBILITY) : { value: given };
  const likely = ((): number | null => {
    if (unknown === 0) return eligible;
    return e.value === null ? null : eligible + e.value * unknown;
  })();
  const ofAll = (cases: number): Rate => share(cases, eligible + unknown, NO_ELIGIBLE);
  const ofLikely = (cases: number): Rate =>
    likely === null ? { value: null, reason: NO_ELIGIBILITY } : share(cases, likely, NO_ELIGIBLE);
  const ofEligible = (cases: number): Rate => share(cases, eligible, NO_ELIGIBLE);
  const ofContacted = (cases: number): Rate => share(cases, I + P + R + O, NO_CONTACT);
  const ofAble = (cases: number): Rate => share(cases, I + P + R, NO_CONTACT);
  const contacted = I + P + R + O;
  return {
    e: { ...e, method: given === undefined ? 'proportional allocation' : 'given' },
    rates: {
      ...{ RR1: ofAll(I), RR2: ofAll(I + P), RR3: ofLikely(I), RR4: ofLikely(I + P) },
      ...{ RR5: ofEligible(I), RR6: ofEligible(I + P) },
      ...{ COOP1: ofContacted(I), COOP2: ofContacted(I + P), COOP3: ofAble(I), COOP4: ofAble(I + P) },
      ...{ REF1: ofAll(R), REF2: ofLikely(R), REF3: ofEligible(R) },
      ...{ CON1: ofAll(contacted), CON2: ofLikely(contacted), CON3: ofEligible(contacted) },
    },
  };
}

const NO_ELIGIBLE = 'No case is, or may be, eligible.';
const NO_CONTACT = 'Nobody eligible was reached.';
const NO_ELIGIBILITY = 'Of no case is it known whether it is eligible.';

const share = (part: number, whole: number, reason: string): Rate =>
  whole > 0 ? { value: part / whole } : { value: null, reason };
