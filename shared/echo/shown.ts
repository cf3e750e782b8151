/** The hosts that the member saw before starting a test. Pure. */
import * as v from 'valibot';
import type { InstanceView } from './state.ts';
import { InstanceId } from './state.ts';

export const ShownHostSchema = v.object({
  instanceId: InstanceId,
  host: v.pipe(v.string(), v.maxLength(300)),
});
export type ShownHost = Readonly<v.InferOutput<typeof ShownHostSchema>>;

/** Whether the document now names another host for any of them. */
export function haveMoved(
  shown: readonly ShownHost[],
  now: readonly Pick<InstanceView, 'id' | 'host'>[],
): boolean {
  return shown.some(({ instanceId, host }) =>
    now.some((one) => one.id === instanceId && one.host !== host),
  );
}
