/** What a test is asked to do. */
import { wantsCode } from '../../../shared/echo/failure.ts';
import type { InstanceView, Result } from '../../../shared/echo/state.ts';

export type Wanted = Readonly<{
  instanceIds: string[];
  accessCodes: { instanceId: string; code: string }[];
  withSecret: boolean;
}>;

/** Without a room link, the shared secret is the only way in. */
export function needsSecret(chosen: readonly InstanceView[]): boolean {
  return chosen.length === 1 && chosen[0]?.hasRoom === false;
}

/** Repeats a test. Undefined if that needs the form, for example for an access code. */
export function repeatOf(
  shown: readonly Result[],
  instances: readonly InstanceView[],
): Wanted | undefined {
  const ids = [...new Set(shown.map((one) => one.instance.id))];
  const known = instances.filter(({ id }) => ids.includes(id));
  if (ids.length === 0 || known.length !== ids.length) return undefined;
  if (shown.some(({ failure }) => wantsCode(failure))) return undefined;
  return { instanceIds: ids, accessCodes: [], withSecret: needsSecret(known) };
}
