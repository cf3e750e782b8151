/**
 * Resolves the names of a server's STUN and TURN servers, without forbidden addresses: the browser would resolve them
 * by itself, and send its datagrams to any address.
 */
import type { LookupAddress } from 'node:dns';
import * as v from 'valibot';
import type { FoundAddresses } from '../../../shared/echo/media-addresses.ts';
import { iceName } from '../../../shared/echo/media-addresses.ts';
import type { Lookup } from '../../platform/net/addresses.ts';
import { guardLookup } from '../../platform/net/addresses.ts';
import type { Answering } from './ask-page.ts';
import { askPage } from './ask-page.ts';
import { never, within } from './timeout.ts';

const Servers = v.optional(v.nullable(v.array(v.unknown())));
const StunsSchema = v.object({ stunServers: Servers, turnServers: Servers });
const ServerSchema = v.object({ url: v.pipe(v.string(), v.maxLength(500)) });

const nameLimit = 20;
/** Relays that take longer to resolve are left out. */
const lookupTimeoutMs = 2000;

/** Never rejects: names that cannot be resolved are left out. Tests replace `lookup`. */
export async function findRelays(
  asking: Answering,
  stunsUrl: string,
  lookup?: Lookup,
): Promise<FoundAddresses> {
  const guarded = guardLookup(lookup);
  const limit = {
    clock: asking.clock,
    step: 'connect',
    ms: lookupTimeoutMs,
    signal: never,
  } as const;
  const find = async (name: string) => {
    const found = await within(limit, () => addressesOf(name, guarded)).catch(() => []);
    return [name, found] as const;
  };
  try {
    const { body } = await askPage(asking, { path: stunsUrl }, StunsSchema);
    const given = [...(body?.stunServers ?? []), ...(body?.turnServers ?? [])];
    const names = new Set(given.flatMap((one) => nameOf(one) ?? []));
    return Object.fromEntries(await Promise.all([...names].slice(0, nameLimit).map(find)));
  } catch {
    return {};
  }
}

function nameOf(server: unknown): string | undefined {
  const read = v.safeParse(ServerSchema, server);
  return read.success ? iceName(read.output.url) : undefined;
}

/** The first address of each family. */
function addressesOf(name: string, lookup: Lookup): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    lookup(name, { all: true }, (error, found) => {
      if (error) return reject(error);
      const all: readonly LookupAddress[] = Array.isArray(found) ? found : [];
      const firstOf = (wanted: number) => all.find(({ family }) => family === wanted)?.address;
      resolve([firstOf(4), firstOf(6)].filter((one) => one !== undefined));
    });
  });
}
