/** The state as a whole in the log: only what has changed, and nothing by its name. */
import { expect, test } from 'vitest';
import { createStateLog } from '../../../main/core/state-log.ts';
import { coopView, serviceView, snapshotOf } from '../../fixtures/views.ts';
import { recordingLog } from '../../recording-log.ts';

test('what has changed, as counts and codes', () => {
  const { log, lines } = recordingLog();
  const tell = createStateLog(log);
  const coop = coopView({ name: 'Secret co-op', source: 'secret.example' });
  const first = snapshotOf({ coop, services: [serviceView('Secret')] });
  tell(first);
  tell({ ...first, revision: 2, checkedAtUtcMs: 5 });
  tell({
    ...first,
    connectivity: { state: 'offline', sinceUtcMs: 0 },
    services: [serviceView('Secret', { verdict: 'down' })],
  });
  tell({
    ...first,
    trayAvailable: false,
    fileTroubles: [{ of: 'calendars', fault: 'unwritable', path: '/home/secret/calendars.json' }],
  });
  expect(lines).toEqual([
    'info state network=online clockOff=false coop=known settings=ok problems=0 services=1 down=0 history=ok files=ok tray=true notifications=true',
    'info state network=offline down=1',
    'info state network=online down=0 files=calendars:unwritable tray=false',
  ]);
});
