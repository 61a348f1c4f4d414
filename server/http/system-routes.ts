import type { Me } from '../../contracts/api.ts';
import { PERMISSIONS_OF } from '../../contracts/roles.ts';
import type { Route } from './route.ts';

/** Whether the server is up, and who is asking. */
export const systemRoutes = (version: string): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/health',
    access: 'public',
    handle: (_request, response) => {
      response.json({ status: 'ok', version });
    },
  },
  {
    method: 'GET',
    path: '/api/me',
    access: 'signedIn',
    beforeSecondFactor: true,
    handle: (_request, response, { name, email, role, branches, demo, secondFactor }) => {
      const me: Me = {
        name,
        email,
        role,
        branches,
        permissions: [...PERMISSIONS_OF[role]],
        demo,
        secondFactor,
      };
      response.json(me);
    },
  },
];
