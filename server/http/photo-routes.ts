import { PHOTO_TYPE } from '../../contracts/attachment.ts';
import type { Context } from '../use-cases/context.ts';
import { readReviewPhoto } from '../use-cases/review/read-review-photo.ts';
import type { SealingKeys } from '../use-cases/sealing-keys.ts';
import type { Route } from './route.ts';

/** Photos of interviews, one at a time, for whoever reviews them. They are in no export and no table. */
export const photoRoutes = (context: Pick<Context, 'store'>, keys: SealingKeys): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/studies/:id/photos/:interview/:hash',
    access: 'review.photos',
    // What can be seen of one person: every look is recorded.
    records: 'guard',
    action: 'photos.read',
    handle: async (request, response, caller) => {
      const { id, interview, hash } = request.params;
      const wanted = { studyId: String(id), id: String(interview), hash: String(hash) };
      const bytes = await readReviewPhoto(context, keys, { ...wanted, scope: caller.branches });
      response.type(PHOTO_TYPE).send(Buffer.from(bytes));
    },
  },
];
