/** What the echo test's calls do. The feature itself is read at the first of them. */
import { areElsewhere } from '../../../shared/echo/shown.ts';
import type { CallHandlers, CallName } from '../../../shared/ipc.ts';
import type { ComposedEcho } from './create.ts';
import type { Posting } from '../feedback/posting.ts';

type EchoCall = Extract<CallName, `echo.${string}`>;

export function createEchoCalls(
  composed: () => Promise<ComposedEcho>,
  /** Sends a message to a room of the co-op. */
  send: Posting['report'],
): Pick<CallHandlers, EchoCall> {
  const echo = async () => (await composed()).echo;
  const reports = async () => (await composed()).reports;
  return {
    'echo.get': async () => (await echo()).state(),
    'echo.start': async ({ shown, ...options }) => {
      const { state, start } = await echo();
      return areElsewhere(shown, state().instances) ? 'moved' : start(options);
    },
    'echo.stop': async () => (await echo()).stop(),
    'echo.addRoom': async ({ address }) => (await echo()).addRoom(address),
    'echo.removeRoom': async ({ instanceId }) => (await echo()).removeRoom(instanceId),
    'echo.setSettings': async (settings) => (await echo()).setSettings(settings),
    'echo.setSecret': async ({ instanceId, secret, shown }) =>
      (await echo()).setSecret(instanceId, secret, shown),
    'echo.setSound': async (sound) => (await echo()).setSound(sound),
    'echo.allowMicrophone': async ({ open }) => (await composed()).allowMicrophone(open),
    'echo.copy': async ({ resultIds }) => (await reports()).copy(resultIds),
    'echo.save': async ({ resultIds }) => (await reports()).save(resultIds),
    'echo.openReport': async () => (await reports()).open(),
    'echo.send': async ({ resultIds, shown }) => {
      const message = (await reports()).message(resultIds);
      return send(message.body, JSON.stringify(message), shown);
    },
    'echo.forgetResults': async ({ resultIds }) => (await echo()).forget(resultIds),
  };
}
