import type { SecondFactorState } from '../../../contracts/people.ts';
import { ROLES_WITH_SECOND_FACTOR } from '../../../contracts/roles.ts';
import type { PersonRecord } from '../../storage/port.ts';

/**
 * Whether a person uses a second factor, must set one up, or may do without. People of the demo are exempt, so that
 * it can be tried at once; they see no real respondent's data unless someone puts it there.
 */
export function secondFactorState({
  role,
  demo,
  hasSecondFactor,
}: Pick<PersonRecord, 'role' | 'demo' | 'hasSecondFactor'>): SecondFactorState {
  if (hasSecondFactor) return 'on';
  if (!ROLES_WITH_SECOND_FACTOR.includes(role)) return 'off';
  return demo ? 'exempt' : 'needed';
}
