/** Wires the echo test to the window and to the reports of its results. */
import type { EchoInstance } from '../../../shared/coop/echo-instance.ts';
import { resultsText } from '../../../shared/wording/echo-text.ts';
import type { Running } from '../feature.ts';
import { buildEcho } from './build.ts';
import type { EchoApi, EchoHost } from './types.ts';
import { createReports } from './reports.ts';

export async function startEcho(
  host: EchoHost,
): Promise<Running<readonly EchoInstance[], EchoApi>> {
  const echo = await buildEcho({ ...host, openPage: await host.roomPages() });
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
