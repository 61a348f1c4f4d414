import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { CODE_HOURS } from '../use-cases/people/person-code.ts';
import { SIGN_IN_LIMITS } from '../use-cases/people/sign-in-limits.ts';
import { BACKUP_CODES, SECOND_FACTOR_LIMITS, SESSION } from './sign-in-times.ts';

it('is what docs/security/people.md tells people', () => {
  const doc = readFileSync(join(projectRoot(), 'docs', 'security', 'people.md'), 'utf8').replaceAll(
    /\s+/g,
    ' ',
  );
  const wait = (ms: number): string => (ms < 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`);
  const told = [
    `good for ${CODE_HOURS.invitation} hours`,
    `good for ${CODE_HOURS.reset} hours`,
    `ends after ${SESSION.idleSeconds / 3600} hours`,
    `ends ${SESSION.longestSeconds / 3600} hours after sign-in`,
    `${SECOND_FACTOR_LIMITS.wrongCodes}, then a pause of ${SECOND_FACTOR_LIMITS.pauseSeconds / 60} minutes`,
    `${SECOND_FACTOR_LIMITS.perAddress.max} a minute`,
    `${SECOND_FACTOR_LIMITS.challengeSeconds / 60} minutes |`,
    `${BACKUP_CODES.amount === 10 ? 'ten' : String(BACKUP_CODES.amount)} backup codes`,
    ...SIGN_IN_LIMITS.map(
      ({ free, firstWaitMs, longestWaitMs }) =>
        `| ${free - 1} | ${wait(firstWaitMs)} | ${wait(longestWaitMs)} |`,
    ),
  ];
  expect(told.filter((text) => !doc.includes(text))).toEqual([]);
});
