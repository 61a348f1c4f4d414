import { createHash } from 'node:crypto';
import { deliverySchema } from '../../../../contracts/submission.ts';
import { makeDelivery } from '../../../testing/make-delivery.ts';
import { OWN, type PermissionWorld } from '../permission-world.ts';

/** A record of `old-town`: stored from a tablet of its own, set aside from a revoked one. */
export async function delivered(world: PermissionWorld, tablet: 'own' | 'revoked') {
  const { id, body } = world.newDelivery(OWN);
  await fetch(`${world.server.url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...world.tablets[tablet] },
    body: JSON.stringify(body),
  });
  return { id, hash: deliverySchema.parse(body).hash };
}

/** A photo of an interview: of one that the server has not met yet, unless it is named. */
export function newPhoto(id: string = crypto.randomUUID()): { path: string; body: unknown } {
  const picture = Buffer.from(id);
  const content = {
    ...{ waymark: 'photo', version: 1, interview: id, item: 'stall_photo', type: 'image/jpeg' },
    data: picture.toString('base64url'),
  };
  const hash = createHash('sha256').update(picture).digest('hex');
  return { path: `/api/submissions/${id}/attachments/${hash}`, body: makeDelivery(content) };
}
