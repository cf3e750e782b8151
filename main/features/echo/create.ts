/** Wires the echo test to this machine, and to the window. */
import { buildEcho } from './build.ts';
import { realWorld } from './real-world.ts';
import type { RunningEcho } from './show.ts';
import { showEcho } from './show.ts';
import type { EchoHost } from './types.ts';

export async function startEcho(host: EchoHost): Promise<RunningEcho> {
  const world = realWorld({ ...host, openPage: await host.roomPages() });
  return showEcho(host, await buildEcho(host, world));
}
