/** The desktop's notification service: it dies, and a new one takes its place. */
import { join } from 'node:path';
import type { Desktop } from '../../desktop/index.ts';
import { createProcesses } from '../../desktop/processes.ts';
import { eventually } from '../../desktop/wait.ts';

const name = 'org.freedesktop.Notifications';
const daemon = {
  name: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  face: 'org.freedesktop.DBus',
};

export type Notices = Readonly<{
  /** Stops the notification service. */
  die: () => Promise<void>;
  /** Starts it again; does nothing while it runs. */
  comeBack: () => Promise<void>;
  stop: () => Promise<void>;
}>;

export function holdNotices({ bus, env, wrap }: Desktop): Notices {
  const processes = createProcesses(env);
  const isThere = (there: boolean) =>
    eventually(`${there ? '' : 'no '}${name}`, async () =>
      (await bus.hasName(name)) === there ? true : undefined,
    );
  return {
    die: async () => {
      const [pid] = await bus.call(daemon, 'GetConnectionUnixProcessID', 's', [name]);
      process.kill(Number(pid), 'SIGKILL');
      await isThere(false);
    },
    comeBack: async () => {
      if (await bus.hasName(name)) return;
      processes.start([wrap('dunst'), '-conf', join(env['HOME'] ?? '', 'dunstrc')]);
      await isThere(true);
    },
    stop: processes.stop,
  };
}
