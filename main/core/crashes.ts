/** What ended against the member's will, in this run or before, and whether they have been asked about it. */
import * as v from 'valibot';
import type { Crash, Incident, KeptIncident } from '../../shared/crash/incident.ts';
import { KeptIncidentSchema } from '../../shared/crash/incident.ts';
import { crashOf, withIncident } from '../../shared/crash/rules.ts';
import { shortList } from '../../shared/lists/short-list.ts';
import type { Clock } from '../platform/clock.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { TextStore } from '../platform/files.ts';
import { loadJson } from '../platform/load-json.ts';
import type { FileForm } from '../platform/profile-file.ts';

const CrashesSchema = v.object({
  version: v.number(),
  incidents: shortList(KeptIncidentSchema, 20),
});

export const crashesForm: FileForm = {
  name: 'crashes',
  limitBytes: 64 * 1024,
  version: 1,
  whole: CrashesSchema,
};

export type Crashes = Readonly<{
  /** Call first. */
  restore: () => Promise<void>;
  note: (incident: Incident) => void;
  /** The one to offer for a report, if there is any. */
  current: () => Crash | undefined;
  /** The member reports it, or does not want to. */
  answer: () => void;
  onChange: Emitter<void>['on'];
  dispose: () => void;
}>;

export function createCrashes({
  clock,
  store,
}: Readonly<{ clock: Pick<Clock, 'nowUtcMs'>; store: TextStore }>): Crashes {
  const changes = createEmitter<void>();
  let incidents: readonly KeptIncident[] = [];
  let isRestored = false;

  const put = (next: readonly KeptIncident[]) => {
    incidents = next;
    changes.emit();
    if (!isRestored) return;
    const text = JSON.stringify({ version: 1, incidents });
    // If the disk is full, the member is asked again at the next start.
    void store.save(text).catch(() => undefined);
  };

  return {
    restore: async () => {
      const kept = (await loadJson(store, CrashesSchema))?.incidents ?? [];
      const early = incidents;
      isRestored = true;
      incidents = kept;
      for (const one of early) put(withIncident(incidents, one));
    },
    note: (incident) => put(withIncident(incidents, incident)),
    current: () => crashOf(incidents, clock.nowUtcMs()),
    answer: () => {
      if (incidents.some(({ answered }) => !answered))
        put(incidents.map((one) => ({ ...one, answered: true as const })));
    },
    onChange: changes.on,
    dispose: changes.clear,
  };
}
