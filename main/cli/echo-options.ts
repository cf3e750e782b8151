import { commands } from '../../shared/cli/commands.ts';
import type { Result } from '../../shared/echo/state.ts';
import { parseWords } from './parse.ts';

export type EchoOptions = Readonly<{
  /** The id or the name of one of the document's servers, or a room's address. */
  instance: string;
  json: boolean;
  withSecret: boolean;
  /** A co-op other than the app's: a domain, a URL or a file. */
  coop?: string;
  /** The guest's display name in the room. */
  name: string;
  /** Where the test runs, in the member's own words. */
  place: string;
}>;

export const parseEcho = (args: readonly string[]) => parseWords(args, commands.echo.options);

/** Undefined for unknown options, and for what is no server. */
export function echoOptionsOf({
  positionals,
  values,
}: NonNullable<ReturnType<typeof parseEcho>>): EchoOptions | undefined {
  const [instance, ...more] = positionals;
  if (!instance || more.length > 0) return undefined;
  if (values.name.length > 40 || values.place.length > 80) return undefined;
  return {
    instance,
    json: values.json,
    withSecret: values['with-secret'],
    name: values.name,
    place: values.place,
    ...(values.coop === undefined ? {} : { coop: values.coop }),
  };
}

/** As for `status`: 0 good, 1 poor or unknown, 2 failed. */
export function exitCodeOf({ verdict }: Result): number {
  if (verdict.quality === 'failed') return 2;
  return verdict.quality === 'excellent' || verdict.quality === 'good' ? 0 : 1;
}
