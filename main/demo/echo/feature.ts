/** The echo test of the demo: the app's own, in rooms that do not exist. */
import { buildEcho } from '../../features/echo/build.ts';
import { measureS } from '../../features/echo/run.ts';
import { showEcho } from '../../features/echo/show.ts';
import type { EchoHost } from '../../features/echo/types.ts';
import type { EchoWorld } from '../../features/echo/world.ts';
import type { Replacements } from '../../features/index.ts';
import { createDemoRooms } from './room.ts';

export function demoEcho(host: EchoHost): ReturnType<Replacements['echo']> {
  return {
    load: async (section = []) => {
      let instances = section;
      const instanceAt = (address: string) =>
        instances.find(({ room }) => room === address)?.id ?? '';
      const echo = await buildEcho(host, demoWorld(host.clock, instanceAt));
      const running = showEcho(host, echo);
      return { ...running, setSection: (next) => running.setSection((instances = next)) };
    },
  };
}

function demoWorld(clock: EchoHost['clock'], instanceAt: (address: string) => string): EchoWorld {
  const refuse = async () => {
    throw new Error('The demo has no keyring.');
  };
  return {
    isOffline: () => false,
    findRoom: createDemoRooms({ clock, random: Math.random, instanceAt, measureS }),
    openPage: () => {
      throw new Error('The demo opens no page.');
    },
    httpFigures: async () => undefined,
    mySide: { watch: () => ({ soFar: () => ({}), stop: async () => ({}) }) },
    probeCode: async () => '',
    secrets: { get: refuse, set: refuse, delete: refuse },
    system: 'Demo',
  };
}
