import type { AccountFault } from '../../../shared/accounts/state.ts';
import type { TroubleCode } from '../../../shared/feedback/trouble.ts';
import { DeliveryError } from '../../../shared/feedback/trouble.ts';
import { SecretsError } from '../../platform/secrets/types.ts';
import { AccountError } from './matrix/error.ts';

/** A sign-in that failed for a reason other than the server's API. */
export class SignInError extends Error {
  readonly fault: AccountFault;

  constructor(fault: AccountFault) {
    super(fault);
    this.name = 'SignInError';
    this.fault = fault;
  }
}

/** The fault to show for an error. Drops everything else: errors may quote secrets. */
export function faultOf(error: unknown): AccountFault {
  if (error instanceof SignInError) return error.fault;
  if (error instanceof SecretsError) return `keyring-${error.fault}`;
  if (error instanceof AccountError) return matrixFault(error);
  if (error instanceof DeliveryError) return githubFaults[error.trouble.code] ?? 'refused';
  return 'internal';
}

function matrixFault({ fault }: AccountError): AccountFault {
  if (fault === 'signed-out') return 'expired';
  return fault === 'encrypted' || fault === 'too-large' ? 'internal' : fault;
}

/** Delivery troubles that can occur during a sign-in; any other counts as a refusal. */
const githubFaults: Readonly<Partial<Record<TroubleCode, AccountFault>>> = {
  offline: 'unreachable',
  timeout: 'unreachable',
  'server-error': 'unreachable',
  busy: 'rate-limited',
  'signed-out': 'expired',
  'no-permission': 'forbidden',
  'single-sign-on': 'forbidden',
  'not-found': 'not-found',
};
