import type { AuditEntry } from '../../../contracts/audit.ts';
import type { TabletRecord } from '../../storage/port.ts';

/** Who does something, as the audit log names her. */
export interface Actor {
  readonly kind: AuditEntry['actorKind'];
  readonly id: string | null;
  readonly name: string | null;
  readonly role: string | null;
  /** Network address the request came from; null on the server itself. */
  readonly address: string | null;
}

/** The command line, and what Waymark does by itself when it starts. */
export const COMMAND: Actor = { kind: 'command', id: null, name: null, role: null, address: null };

/** Someone who is not signed in. */
export const nobody = (address: string | null): Actor => ({ ...COMMAND, kind: 'nobody', address });

export const tabletActor = ({ id, name }: TabletRecord, address: string | null): Actor => ({
  kind: 'tablet',
  id,
  name,
  role: null,
  address,
});
