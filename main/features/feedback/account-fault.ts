/** Translates an error of the Matrix account into a trouble to show the member. */
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';

/** The fields used of the account's error, whose class belongs to another feature. */
type Fault = Readonly<{ fault: string; retryAfterMs?: number; status?: number }>;

export function deliveryErrorOf(error: unknown): unknown {
  if (error instanceof DeliveryError || !isFault(error)) return error;
  const { fault, retryAfterMs, status } = error;
  switch (fault) {
    case 'signed-out':
    case 'wrong-sign-in':
      return new DeliveryError(trouble('signed-out'), {}, error);
    case 'unreachable':
      return new DeliveryError(
        trouble(status === undefined ? 'offline' : 'server-error'),
        {},
        error,
      );
    // Probably answered by a proxy instead of the server.
    case 'bad-answer':
      return new DeliveryError(trouble('server-error'), {}, error);
    case 'rate-limited':
      return new DeliveryError(trouble('busy'), retryIn(retryAfterMs), error);
    case 'forbidden':
      return new DeliveryError(trouble('no-permission'), false, error);
    case 'locked':
    case 'deactivated':
      return new DeliveryError(trouble('account-locked'), false, error);
    case 'not-found':
    case 'encrypted':
    case 'too-large':
      return new DeliveryError(trouble(fault), false, error);
    default:
      return new DeliveryError(trouble('refused', { status: status ?? 0 }), false, error);
  }
}

const retryIn = (retryAfterMs: number | undefined) =>
  retryAfterMs === undefined ? {} : { retryAfterMs };

function isFault(error: unknown): error is Fault {
  return error instanceof Error && 'fault' in error && typeof error.fault === 'string';
}
