import {
  enrolCodeRequestSchema,
  enrolRequestSchema,
  renameTabletRequestSchema,
  TABLET_NAME_HEADER,
} from '../../contracts/api.ts';
import { HEARTBEAT_MORE_HEADER } from '../../contracts/heartbeat-more.ts';
import { HEARTBEAT_HEADER } from '../../contracts/supervision.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Context } from '../use-cases/context.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { deviceStudy, enrolTablet } from '../use-cases/enrol-tablet.ts';
import { findStudy } from '../use-cases/find-study.ts';
import { noteHeartbeat } from '../use-cases/note-heartbeat.ts';
import { listTablets, noteTabletSeen, renameTablet, revokeTablet } from '../use-cases/manage-tablets.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

/** Enrolling, listing and revoking tablets, and what an enrolled one asks for. */
export const tabletRoutes = (context: Context): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/tablets/codes',
    access: 'tablets.enrol',
    records: 'itself',
    handle: async (request, response, caller) => {
      const wanted = readInput(enrolCodeRequestSchema, request.body);
      const asked = { ...wanted, scope: caller.branches, actor: caller.actor };
      response.status(201).json(await createEnrolCode(context, asked));
    },
  },
  {
    method: 'GET',
    path: '/api/tablets',
    access: 'tablets.read',
    handle: async (_request, response, caller) => {
      response.json(await listTablets(context, caller.branches));
    },
  },
  {
    method: 'POST',
    path: '/api/tablets/:id/rename',
    access: 'tablets.rename',
    records: 'itself',
    handle: async (request, response, caller) => {
      const { deviceName } = readInput(renameTabletRequestSchema, request.body);
      const wanted = { id: String(request.params.id), name: deviceName };
      await renameTablet(context, wanted, caller.branches, caller.actor);
      response.status(204).end();
    },
  },
  {
    method: 'POST',
    path: '/api/tablets/:id/revoke',
    access: 'tablets.revoke',
    records: 'itself',
    handle: async (request, response, caller) => {
      await revokeTablet(context, String(request.params.id), caller.branches, caller.actor);
      response.status(204).end();
    },
  },
  {
    method: 'POST',
    path: '/api/tablets/enrol',
    access: 'public',
    wrongAttempts: { perMinute: 10, code: 'ENROL_CODE_WRONG' },
    handle: async (request, response) => {
      const wanted = readInput(enrolRequestSchema, request.body);
      const address = request.ip ?? null;
      response.status(201).json(await enrolTablet(context, { ...wanted, address }));
    },
  },
  {
    method: 'GET',
    path: '/api/device/study',
    access: 'tablet',
    handle: async (request, response, tablet) => {
      await noteTabletSeen(context, tablet);
      const [said, more] = [request.get(HEARTBEAT_HEADER), request.get(HEARTBEAT_MORE_HEADER)];
      await noteHeartbeat(context, tablet, said, more);
      if (tablet.revokedAt !== null)
        throw new WaymarkError(
          'TABLET_REVOKED',
          'This tablet was revoked.',
          'What it holds can still be sent. Ask your supervisor for a new code.',
        );
      response.setHeader(TABLET_NAME_HEADER, encodeURIComponent(tablet.name));
      response.json(deviceStudy(await findStudy(context.store, tablet.studyId), tablet.branches));
    },
  },
];
