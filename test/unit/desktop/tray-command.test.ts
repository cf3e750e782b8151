/** What a command of the tray calls in the app. */
import { expect, test } from 'vitest';
import type { TrayCommand } from '../../../main/desktop/tray-command.ts';
import { createTrayCommands } from '../../../main/desktop/tray-command.ts';
import type { Route } from '../../../shared/route.ts';

const route: Route = { page: 'status', serviceId: 'pads' };
const link = { serviceId: 'pads', which: 'instead' } as const;

test.each<[TrayCommand, readonly unknown[]]>([
  [{ do: 'open' }, ['open']],
  [{ do: 'show', route }, ['goTo', route]],
  [{ do: 'openLink', link }, ['openLink', link]],
  [{ do: 'join', meetingId: 'infra' }, ['join', 'infra']],
  [{ do: 'checkNow' }, ['checkNow']],
  [{ do: 'snooze', serviceId: 'pads', length: '4h' }, ['snooze', 'pads', '4h']],
  [{ do: 'unsnooze', serviceId: 'pads' }, ['unsnooze', 'pads']],
  [{ do: 'pause', length: 'open' }, ['pause', 'open']],
  [{ do: 'resume' }, ['resume']],
  [{ do: 'leaveDemo' }, ['leaveDemo']],
  [{ do: 'restart' }, ['restart']],
  [{ do: 'quit' }, ['quit']],
])('%j', (command, asked) => {
  const done: unknown[] = [];
  const note =
    (name: string) =>
    (...given: readonly unknown[]) =>
      void done.push([name, ...given]);
  createTrayCommands({
    open: note('open'),
    goTo: note('goTo'),
    openLink: note('openLink'),
    join: note('join'),
    checkNow: note('checkNow'),
    policy: {
      snooze: note('snooze'),
      unsnooze: note('unsnooze'),
      pause: note('pause'),
      resume: note('resume'),
    },
    leaveDemo: note('leaveDemo'),
    restart: note('restart'),
    quit: note('quit'),
  })(command);
  expect(done).toEqual([asked]);
});
