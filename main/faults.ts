/** What goes wrong while the app runs: into the log, and to the member where they have noticed it. */
import type { Translate } from '../shared/i18n/translator.ts';
import type { Incident } from '../shared/crash/incident.ts';
import type { Core } from './core/index.ts';
import type { Desktop } from './desktop/index.ts';
import type { WindowCalls } from './features/index.ts';
import { createStateLog } from './core/state-log.ts';
import type { Machine } from './world.ts';

/** An incident now, of this run unless it says otherwise. */
export type Noticed = Pick<Incident, 'kind'> & Partial<Incident>;

type FaultCalls = Pick<WindowCalls, `window.${'openLogFolder' | 'answerCrash' | 'fault'}`>;

export type Faults = Readonly<{ note: (noticed: Noticed) => void; calls: FaultCalls }>;

export type FaultsDeps = Readonly<{
  t: Translate;
  machine: Pick<Machine, 'clock' | 'log' | 'logFile' | 'appVersion' | 'begunUtcMs'>;
  core: Pick<Core, 'crashes' | 'state' | 'onWake'>;
  desktop: Pick<Desktop, 'window' | 'notifications' | 'services'>;
}>;

export function followFaults({ t, machine, core, desktop }: FaultsDeps): Faults {
  const { clock, log, logFile, appVersion, begunUtcMs } = machine;
  const { window, notifications, services } = desktop;
  const note = (noticed: Noticed) =>
    core.crashes.note({
      atUtcMs: clock.nowUtcMs(),
      version: appVersion,
      begunUtcMs,
      ...noticed,
    });

  core.state.onChange(createStateLog(log));
  core.onWake(() => log.info('awake'));
  window.onGone(({ reason, exitCode, isCrash, outcome }) => {
    log[isCrash ? 'error' : 'warn']('window gone', { reason, exitCode, outcome });
    if (isCrash) note({ kind: 'window', reason, exitCode });
    if (outcome !== 'stays-away') return;
    notifications.show(
      { title: t('crash.window.title'), body: t('crash.window.body'), urgent: false },
      { onClick: window.show },
    );
  });

  return {
    note,
    calls: {
      'window.openLogFolder': async () => services.openFolder(await logFile.folder()),
      'window.answerCrash': core.crashes.answer,
      'window.fault': ({ name, at }) => log.error('page failed', { error: name, at }),
    },
  };
}
