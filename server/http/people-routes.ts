import {
  inviteSchema,
  passwordByCodeSchema,
  passwordChangeSchema,
  personChangeSchema,
} from '../../contracts/people.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { nobody } from '../use-cases/audit/actor.ts';
import { record } from '../use-cases/audit/audited.ts';
import type { Context } from '../use-cases/context.ts';
import { invitePerson } from '../use-cases/people/add-person.ts';
import {
  changePerson,
  deactivatePerson,
  reactivatePerson,
  resetPassword,
  resetSecondFactor,
} from '../use-cases/people/change-person.ts';
import { listPeople } from '../use-cases/people/list-people.ts';
import type { PersonRequest } from '../use-cases/people/manage-person.ts';
import { changePassword, setPasswordByCode, signOutEverywhere } from '../use-cases/people/set-password.ts';
import { readInput } from './read-input.ts';
import type { Caller, Route } from './route.ts';

/** People: who is here, invitations, and one's own account. */
export const peopleRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/people',
    access: 'people.read',
    handle: async (_request, response, caller) => {
      response.json(await listPeople(context, caller.branches));
    },
  },
  {
    method: 'POST',
    path: '/api/people',
    access: 'people.manage',
    action: 'person.invite',
    records: 'itself',
    handle: async (request, response, { branches, actor }) => {
      const invitation = readInput(inviteSchema, request.body);
      response.status(201).json(await invitePerson(context, { ...invitation, scope: branches, actor }));
    },
  },
  {
    method: 'PUT',
    path: '/api/people/:id',
    access: 'people.manage',
    action: 'person.change',
    records: 'itself',
    handle: async (request, response, caller) => {
      const change = readInput(personChangeSchema, request.body);
      await changePerson(context, { ...change, ...asked(request.params.id, caller) });
      response.status(204).end();
    },
  },
  {
    method: 'POST',
    path: '/api/people/:id/reset',
    access: 'people.manage',
    action: 'password.reset',
    records: 'itself',
    handle: async (request, response, caller) => {
      response.json(await resetPassword(context, asked(request.params.id, caller)));
    },
  },
  {
    method: 'POST',
    path: '/api/people/:id/deactivate',
    access: 'people.manage',
    action: 'person.deactivate',
    records: 'itself',
    handle: async (request, response, caller) => {
      await deactivatePerson(context, asked(request.params.id, caller));
      response.status(204).end();
    },
  },
  {
    method: 'POST',
    path: '/api/people/:id/reactivate',
    access: 'people.manage',
    action: 'person.reactivate',
    records: 'itself',
    handle: async (request, response, caller) => {
      await reactivatePerson(context, asked(request.params.id, caller));
      response.status(204).end();
    },
  },
  {
    method: 'POST',
    path: '/api/people/:id/reset-second-factor',
    access: 'people.manage',
    action: 'second-factor.reset',
    records: 'itself',
    handle: async (request, response, caller) => {
      await resetSecondFactor(context, asked(request.params.id, caller));
      response.status(204).end();
    },
  },
  {
    method: 'POST',
    path: '/api/people/password',
    access: 'public',
    wrongAttempts: { perMinute: 10, code: 'PERSON_CODE_WRONG' },
    handle: async (request, response) => {
      const wanted = readInput(passwordByCodeSchema, request.body);
      const address = request.ip ?? null;
      const set = await setPasswordByCode(context, { ...wanted, address }).catch(async (error: unknown) => {
        const detail = error instanceof WaymarkError ? error.code : 'INTERNAL';
        await record(context, { actor: nobody(address), action: 'password.set', detail }, 'failed');
        throw error;
      });
      response.json(set);
    },
  },
  {
    method: 'POST',
    path: '/api/me/password',
    access: 'signedIn',
    action: 'password.change',
    records: 'itself',
    beforeSecondFactor: true,
    wrongAttempts: { perMinute: 10, code: 'PASSWORD_WRONG' },
    handle: async (request, response, { userId, actor }) => {
      const wanted = readInput(passwordChangeSchema, request.body);
      await changePassword(context, { ...wanted, userId, actor });
      response.status(204).end();
    },
  },
  {
    method: 'POST',
    path: '/api/me/sign-out-everywhere',
    access: 'signedIn',
    action: 'sign-out.everywhere',
    records: 'itself',
    beforeSecondFactor: true,
    handle: async (_request, response, { userId, actor }) => {
      await signOutEverywhere(context, { userId, actor });
      response.status(204).end();
    },
  },
];

const asked = (
  id: unknown,
  { branches, actor }: Caller,
): PersonRequest & { readonly actor: Caller['actor'] } => ({
  id: String(id),
  scope: branches,
  actor,
});
