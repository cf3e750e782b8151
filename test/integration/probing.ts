import * as v from 'valibot';
import type { Lookup } from '../../main/platform/net/addresses.ts';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import { createProbe } from '../../main/core/status/probes/index.ts';
import { expandPreset } from '../../shared/coop/presets.ts';
import { ProbeSchema } from '../../shared/coop/probe.ts';
import type { Observation } from '../../shared/observation/observation.ts';

/** Short, so that a hanging server costs a test little; in ms. */
export const phaseMs = 300;

/** Runs one probe as a document would define it. */
export function observe(
  probe: object,
  options: Readonly<{ lookup?: Lookup; signal?: AbortSignal }> = {},
): Promise<Observation> {
  const net = createNet({
    budget: createBudget(8),
    ...(options.lookup ? { lookup: options.lookup } : {}),
  });
  const run = createProbe({ net });
  const parsed = v.parse(ProbeSchema, { timeoutMs: phaseMs, ...probe });
  return run(expandPreset(parsed), options.signal ?? new AbortController().signal);
}

/** A resolver with these addresses for every name; asynchronous like a real one. */
export const lookupTo = (...addresses: readonly string[]): Lookup => {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_name, _options, callback) => {
    setImmediate(() => callback(null, found));
  };
};
