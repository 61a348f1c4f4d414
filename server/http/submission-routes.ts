import { z } from 'zod';
import { attachmentReceiptSchema } from '../../contracts/attachment.ts';
import { deliverySchema } from '../../contracts/submission.ts';
import { acceptAttachment } from '../use-cases/accept-attachment.ts';
import type { TakeDelivery } from '../use-cases/accept-submission.ts';
import type { Context } from '../use-cases/context.ts';
import type { SealingKeys } from '../use-cases/sealing-keys.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

/** A payload of a million characters, each up to three bytes or escaped, and its envelope. */
const LARGEST_DELIVERY = 4 * 1024 * 1024;
const idSchema = z.uuid();

/** What tablets seal finished interviews to, and where they deliver them. Revoked ones too: theirs go into quarantine. */
export const submissionRoutes = (
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  keys: SealingKeys,
  take: TakeDelivery,
): readonly Route[] => [
  {
    // Apart from the study, so that an older tablet, which knows nothing of it, is not disturbed.
    method: 'GET',
    path: '/api/device/sealing-key',
    access: 'tablet',
    handle: async (_request, response) => {
      response.json(await keys.current());
    },
  },
  {
    method: 'PUT',
    path: '/api/submissions/:id',
    access: 'tablet',
    bodyLimit: LARGEST_DELIVERY,
    handle: async (request, response, tablet) => {
      const id = readInput(idSchema, request.params.id);
      const delivery = readInput(deliverySchema, request.body);
      response.json((await take(id, delivery, tablet)).receipt);
    },
  },
  {
    // Before the interview it belongs to; that one's receipt then says which photos are here.
    method: 'PUT',
    path: '/api/submissions/:id/attachments/:hash',
    access: 'tablet',
    bodyLimit: LARGEST_DELIVERY,
    handle: async (request, response, tablet) => {
      const photo = readInput(attachmentReceiptSchema, request.params);
      const delivery = readInput(deliverySchema, request.body);
      const { attachments } = store;
      response.json(await acceptAttachment({ clock, keys, attachments }, photo, delivery, tablet));
    },
  },
];
