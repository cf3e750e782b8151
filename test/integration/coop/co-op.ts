/**
 * The stand-in co-op as the app sees it: its document read by the app's own code, its services checked by its probes.
 */
import { readDocument } from '../../../main/core/directory/read.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import { createAskWitness } from '../../../main/platform/witness.ts';
import { createProbe } from '../../../main/core/status/probes/index.ts';
import { judgeConnectivity } from '../../../shared/net/connectivity.ts';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { expandPreset } from '../../../shared/coop/presets.ts';
import type { Observation } from '../../../shared/observation/observation.ts';

const net = createNet({ budget: createBudget(8) });
const probe = createProbe({ net });
const askWitness = createAskWitness({ net });
const { signal } = new AbortController();

/** Throws the error's code when the document is unavailable. */
export async function readCoop(documentUrl: string): Promise<CoopDocument> {
  const read = await readDocument({ net, clock: systemClock, language: 'en' }, documentUrl, signal);
  if (!read.ok) throw new Error(read.error.code);
  return read.document;
}

/** One check of a service with its probe from the document; `timeoutMs` limits each phase. */
export function check(document: CoopDocument, id: string, timeoutMs = 500): Promise<Observation> {
  const written = document.services.find(({ service }) => service.id === id)?.service.probe;
  if (!written) throw new Error(`no probe for ${id}`);
  return probe({ ...expandPreset(written), timeoutMs }, signal);
}

/** The witnesses' combined result. */
export async function askWitnesses({ witnesses }: CoopDocument) {
  return judgeConnectivity(await Promise.all(witnesses.map((one) => askWitness(one, signal))), []);
}
