/** Connects an echo test to the window, and to the reports of its results. */
import type { EchoInstance } from '../../../shared/coop/echo-instance.ts';
import { resultsText } from '../../../shared/wording/echo-text.ts';
import type { Running } from '../feature.ts';
import type { Echo } from './index.ts';
import { createReports } from './reports.ts';
import type { EchoApi, EchoHost } from './types.ts';

export type RunningEcho = Running<readonly EchoInstance[], EchoApi>;

export function showEcho(host: EchoHost, echo: Echo): RunningEcho {
  echo.onChange((change) => {
    if (change === 'state') host.send('echo', echo.state);
    else {
      const { run } = echo.state();
      if (run) host.send('echoRun', () => run);
    }
  });
  const reports = createReports({
    echo,
    app: host.appVersion,
    nowUtcMs: host.clock.nowUtcMs,
    timeZone: host.timeZone,
    textOf: (results) => resultsText(host.t, results),
    copyText: host.copyText,
    save: host.saveAs,
    open: host.openJson,
  });
  const { allowMicrophone, sendReport } = host;
  return {
    api: { echo, reports, allowMicrophone, sendReport },
    setSection: echo.setInstances,
    suspend: echo.stop,
    leave: echo.leave,
    dispose: echo.dispose,
  };
}
