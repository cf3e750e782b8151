/** The echo test: loaded on its first call, because most members test rarely. */
import type { EchoInstance } from '../../../shared/coop/echo-instance.ts';
import { haveMoved } from '../../../shared/echo/shown.ts';
import type { Feature, FeatureCalls, Use } from '../feature.ts';
import type { EchoApi, EchoHost } from './types.ts';

export type { EchoDesktop, EchoHost } from './types.ts';

type Instances = readonly EchoInstance[];

export function echoFeature(host: EchoHost): Feature<'echo', Instances, EchoApi> {
  return {
    section: (document) => document.echo,
    load: async () => (await import('./create.ts')).startEcho(host),
    calls: echoCalls,
  };
}

export function echoCalls({ api }: Pick<Use<Instances, EchoApi>, 'api'>): FeatureCalls<'echo'> {
  const echo = async () => (await api()).echo;
  const reports = async () => (await api()).reports;
  return {
    'echo.get': async () => (await echo()).state(),
    'echo.start': async ({ shown, ...options }) => {
      const { state, start } = await echo();
      return haveMoved(shown, state().instances) ? 'moved' : start(options);
    },
    'echo.stop': async () => (await echo()).stop(),
    'echo.addRoom': async ({ address }) => (await echo()).addRoom(address),
    'echo.removeRoom': async ({ instanceId }) => (await echo()).removeRoom(instanceId),
    'echo.setSettings': async (settings) => (await echo()).setSettings(settings),
    'echo.setSecret': async ({ instanceId, secret, shown }) =>
      (await echo()).setSecret(instanceId, secret, shown),
    'echo.setSound': async (sound) => (await echo()).setSound(sound),
    'echo.allowMicrophone': async ({ open }) => (await api()).allowMicrophone(open),
    'echo.copy': async ({ resultIds }) => (await reports()).copy(resultIds),
    'echo.save': async ({ resultIds }) => (await reports()).save(resultIds),
    'echo.openReport': async () => (await reports()).open(),
    'echo.send': async ({ resultIds, shown }) => {
      const { reports, sendReport } = await api();
      const message = reports.message(resultIds);
      return sendReport(message.body, JSON.stringify(message), shown);
    },
    'echo.forgetResults': async ({ resultIds }) => (await echo()).forget(resultIds),
  };
}
