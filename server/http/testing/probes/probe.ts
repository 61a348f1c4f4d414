import type { PermissionWorld } from '../permission-world.ts';

/** How a route behaves for a person who has other branches than the one a request is about. */
type OtherBranch =
  /** It answers as if the thing were not there, or says no. */
  | 'refused'
  /** It answers, over her own branches only. */
  | 'narrowed'
  /** It is not about any branch. */
  | 'same';

export interface Probe {
  /** A request that may succeed: made anew for each caller, for some use up what they act on. */
  readonly ask: (
    world: PermissionWorld,
  ) => Promise<{ readonly path: string; readonly body?: unknown }> | { path: string; body?: unknown };
  readonly otherBranch: OtherBranch;
  /** For `narrowed`: what the answer holds for those who may see `old-town`, and must not hold for others. */
  readonly seen?: (world: PermissionWorld) => Promise<string> | string;
  /** It ends the session it is called with; such a session is made for the call only. */
  readonly endsSession?: boolean;
  /** Statuses that mean the caller was let in, beside 2xx: where the request is let in and then not right. */
  readonly letIn?: readonly number[];
  /** For routes of tablets: status and, with `seen`, whether it is in the answer, for each kind of tablet. */
  readonly tablets?: Readonly<Record<'own' | 'revoked' | 'otherBranch' | 'otherStudy', TabletAnswer>>;
}

type TabletAnswer = readonly [status: number, sees: boolean | null];

/** Probes by method and path. */
export type Probes = Readonly<Record<string, Probe>>;

/** A request that is the same for every caller. */
export const at =
  (path: string, body?: unknown): Probe['ask'] =>
  () => ({ path, body });
