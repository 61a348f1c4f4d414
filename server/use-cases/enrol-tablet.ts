import { randomBytes, randomUUID } from 'node:crypto';
import type { DeviceStudy, EnrolResponse } from '../../contracts/api.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { EnrolCodeRecord, StudyRecord, TabletRecord } from '../storage/port.ts';
import { tabletActor } from './audit/actor.ts';
import { audited } from './audit/audited.ts';
import type { Context } from './context.ts';
import { hashEnrolCode } from './create-enrol-code.ts';
import { findStudy } from './find-study.ts';
import { inScope } from './in-scope.ts';
import { sha256 } from './sha256.ts';

const TOKEN_BYTES = 32;

/**
 * Enrols a tablet with a code. The token (256 random bits) is in the answer only; we keep its hash.
 *
 * @throws WaymarkError ENROL_CODE_WRONG for a code that is unknown, expired or used; which one is not said
 */
export async function enrolTablet(
  context: Context,
  request: { readonly code: string; readonly deviceName: string; readonly address?: string | null },
): Promise<EnrolResponse> {
  const { store, clock } = context;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const now = clock().toISOString();
  const build = (code: EnrolCodeRecord) => ({
    id: randomUUID(),
    studyId: code.studyId,
    name: request.deviceName,
    branches: code.branches,
    enrolledAt: now,
    lastSeenAt: null,
    revokedAt: null,
    tokenHash: sha256(token),
  });
  const note = (enrolled: TabletRecord | null) =>
    enrolled && {
      actor: tabletActor(enrolled, request.address ?? null),
      action: 'tablets.enrolled',
      target: `tablet:${enrolled.id}`,
    };
  const tablet = await audited(context, note, (inner) =>
    inner.tablets.enrol(hashEnrolCode(request.code), now, build),
  );
  if (!tablet)
    throw new WaymarkError(
      'ENROL_CODE_WRONG',
      'This code is not valid: it is mistyped, used already, or too old.',
      'Check the code, or ask your supervisor for a new one.',
    );
  const study = await findStudy(store, tablet.studyId);
  return { tabletId: tablet.id, token, study: deviceStudy(study, tablet.branches) };
}

/** What a tablet is told of its study: its own branches only. */
export const deviceStudy = (study: StudyRecord, scope: BranchScope): DeviceStudy => ({
  id: study.id,
  title: study.title,
  synthetic: study.synthetic,
  instrument: study.instrument,
  branches: study.branches
    .filter(({ code }) => inScope(scope, code))
    .map(({ code, name }) => ({ code, name })),
});
