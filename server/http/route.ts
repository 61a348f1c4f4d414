import type { Request, Response } from 'express';
import type { ErrorCode } from '../../contracts/errors.ts';
import type { BranchScope, Permission, Role } from '../../contracts/roles.ts';
import type { TabletRecord } from '../storage/port.ts';

/** A signed-in person with her role and branches. */
export interface Caller {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly branches: BranchScope;
}

export type Method = 'GET' | 'POST' | 'PUT';
type Answer = Promise<void> | void;

interface RouteBase {
  readonly method: Method;
  readonly path: string;
  /** Largest body in bytes; 16 KB unless said otherwise. */
  readonly bodyLimit?: number;
  /** How many attempts per minute and client address may end in this error; others do not count. */
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
      handle(request: Request, response: Response, caller: Caller): Answer;
    });
