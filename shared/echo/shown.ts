/** Which servers a member has seen that they are about to visit, under the name that they typed. Pure. */
import * as v from 'valibot';
import type { InstanceView } from './state.ts';
import { InstanceId } from './state.ts';

export const ShownHostSchema = v.object({
  instanceId: InstanceId,
  host: v.pipe(v.string(), v.maxLength(300)),
});
export type ShownHost = Readonly<v.InferOutput<typeof ShownHostSchema>>;

/** Whether the document names another host for one of them by now. */
export function areElsewhere(
  shown: readonly ShownHost[],
  now: readonly Pick<InstanceView, 'id' | 'host'>[],
): boolean {
  return shown.some(({ instanceId, host }) =>
    now.some((one) => one.id === instanceId && one.host !== host),
  );
}
