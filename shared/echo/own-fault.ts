/** Whether the member's own machine or gateway explains what looks like the network. Pure. */
import { limits } from './limits.ts';
import type { Measurement } from './measurement.ts';
import type { MySide } from './local-checks.ts';
import type { Decided } from './verdict-view.ts';

/** The gateway's figure that explains the network's; undefined if none does. */
export function ownFault(
  found: Decided | undefined,
  { roundTripMs }: Measurement,
  { gatewayMs, gatewayLost }: MySide,
): Decided | undefined {
  const near = gatewayMs?.median;
  const far = roundTripMs?.median;
  if (found?.figure === 'round-trip') {
    if (near === undefined || far === undefined) return undefined;
    const limit = limits.gatewayShare * far;
    return near >= limit ? { figure: 'gateway', value: near, limit } : undefined;
  }
  // A gateway that never answers drops probes on purpose.
  if (gatewayLost !== undefined && gatewayLost >= limits.gatewayLost && gatewayLost < 1) {
    return { figure: 'gateway-loss', value: gatewayLost, limit: limits.gatewayLost };
  }
  return near !== undefined && near >= limits.gatewayMs
    ? { figure: 'gateway', value: near, limit: limits.gatewayMs }
    : undefined;
}

/** The figure that shows an overloaded machine; undefined if it keeps up. */
export function isBusy({ processor, stallMs }: MySide): Decided | undefined {
  if (processor !== undefined && processor >= limits.processor) {
    return { figure: 'processor', value: processor, limit: limits.processor };
  }
  return stallMs !== undefined && stallMs >= limits.stallMs
    ? { figure: 'stall', value: stallMs, limit: limits.stallMs }
    : undefined;
}
