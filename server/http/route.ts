import type { Request, Response } from 'express';
import type { SecondFactorState } from '../../contracts/people.ts';
import type { AuditAction } from '../../contracts/audit.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import type { BranchScope, Permission, Role } from '../../contracts/roles.ts';
import type { TabletRecord } from '../storage/port.ts';
import type { Actor } from '../use-cases/audit/actor.ts';

/** A signed-in person with her role and branches. */
export interface Caller {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly branches: BranchScope;
  readonly demo: boolean;
  readonly secondFactor: SecondFactorState;
  /** The same person as the audit log names her, with her network address. */
  readonly actor: Actor;
}

export type Method = 'GET' | 'POST' | 'PUT';
type Answer = Promise<void> | void;

interface RouteBase {
  readonly method: Method;
  readonly path: string;
  /** Largest body in bytes; 16 KB unless said otherwise. */
  readonly bodyLimit?: number;
  /** How many attempts per minute and client address, or signed-in person, may end in this error; others do not count. */
  readonly wrongAttempts?: { readonly perMinute: number; readonly code: ErrorCode };
}

/**
 * One entry of the HTTP API. `access` says who may call it, and with it whom the handler is given:
 * anyone, a tablet with its token (revoked ones too: the handler decides), a signed-in person, or a
 * person with a permission.
 */
export type Route =
  | (RouteBase & { readonly access: 'public'; handle(request: Request, response: Response): Answer })
  | (RouteBase & {
      readonly access: 'tablet';
      handle(request: Request, response: Response, tablet: TabletRecord): Answer;
    })
  | (RouteBase & {
      readonly access: 'signedIn' | Permission;
      /**
       * Who writes the audit log. `guard` (what a route that changes something does unless it says otherwise, and
       * one of `RECORDED_READS`): the guard, before the handler runs. `itself`: the handler, in the transaction of
       * its change. `nothing`: for what leaves no trace. Refusals are always recorded by the guard.
       */
      readonly records?: 'guard' | 'itself' | 'nothing';
      /** What the guard calls it in the audit log; else the permission, or method and path. */
      readonly action?: AuditAction;
      /** Only for people of every branch: what it shows cannot be narrowed. */
      readonly everyBranch?: boolean;
      /** Open to someone who must set up her second factor first: what she needs to do so. */
      readonly beforeSecondFactor?: boolean;
      handle(request: Request, response: Response, caller: Caller): Answer;
    });
