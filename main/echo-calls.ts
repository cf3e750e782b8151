/** What the echo test's calls do. The feature itself is read at the first of them: most members test rarely. */
import type { CallHandlers, CallName } from '../shared/ipc.ts';
import type { Result } from '../shared/echo/state.ts';
import type { SaveOutcome } from './desktop/save.ts';
import type { Echo } from './echo/index.ts';

type EchoCall = Extract<CallName, `echo.${string}`>;

export type EchoCallParts = Readonly<{
  echo: () => Promise<Echo>;
  allowMicrophone: (open: boolean) => void;
  copy: (results: readonly Result[]) => void;
  save: (results: readonly Result[]) => Promise<SaveOutcome>;
  openReport: (
    echo: Echo,
  ) => Promise<'opened' | 'cancelled' | 'not-a-report' | 'needs-newer' | 'failed'>;
}>;

export function createEchoCalls(parts: EchoCallParts): Pick<CallHandlers, EchoCall> {
  const { echo } = parts;
  return {
    'echo.get': async () => (await echo()).state(),
    'echo.start': async (options) => (await echo()).start(options),
    'echo.stop': async () => (await echo()).stop(),
    'echo.addRoom': async ({ address }) => (await echo()).addRoom(address),
    'echo.removeRoom': async ({ instanceId }) => (await echo()).removeRoom(instanceId),
    'echo.setSettings': async (settings) => (await echo()).setSettings(settings),
    'echo.setSecret': async ({ instanceId, secret }) =>
      (await echo()).setSecret(instanceId, secret),
    'echo.setSound': async (sound) => (await echo()).setSound(sound),
    'echo.allowMicrophone': ({ open }) => parts.allowMicrophone(open),
    'echo.copy': async ({ resultIds }) => parts.copy((await echo()).results(resultIds)),
    'echo.save': async ({ resultIds }) => parts.save((await echo()).results(resultIds)),
    'echo.openReport': async () => parts.openReport(await echo()),
    'echo.forgetResults': async ({ resultIds }) => (await echo()).forget(resultIds),
  };
}
