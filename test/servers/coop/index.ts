/** The stand-in co-op: its services, witnesses and document on loopback. The demo and the tests run on it. */
import { makeCertificate } from '../certificates.ts';
import type { Listener } from '../http.ts';
import { listen, send } from '../http.ts';
import { notFound, portalPage } from './replies.ts';
import type { StandIn } from './service.ts';
import { startService } from './service.ts';
import { retired, table } from './table.ts';

export type StandInCoop = Readonly<{
  documentUrl: string;
  services: readonly StandIn[];
  /** Throws for an id that is not in the table. */
  service: (id: string) => StandIn;
  /** As when the member's own network is gone: nothing answers, not even a witness. */
  goOffline: () => Promise<void>;
  goOnline: () => Promise<void>;
  /** As in a café: everything answers with a page that wants a sign-in. */
  captivePortal: () => Promise<void>;
  stop: () => Promise<void>;
}>;

export type StandInOptions = Readonly<{
  name?: string;
  /** First of a row of ports; without it, free ones. */
  basePort?: number;
  intervalS?: number;
  damping?: Readonly<{ failures?: number; successes?: number; confirmS?: number }>;
}>;

const witnessText = 'coop-tray-witness';

export async function startCoop(options: StandInOptions = {}): Promise<StandInCoop> {
  const portOf = (index: number) => (options.basePort === undefined ? 0 : options.basePort + index);
  const certificate = await makeCertificate({ endsInDays: 6 });
  let portal = false;

  const services: StandIn[] = [];
  for (const [index, row] of table.entries()) {
    services.push(await startService(row, { port: portOf(index + 3), certificate }));
  }
  const witnesses: Listener[] = [];
  for (const index of [1, 2]) {
    witnesses.push(
      await listen(
        (_request, response) => send(response, portal ? portalPage : { body: witnessText }),
        { port: portOf(index) },
      ),
    );
  }
  const text = () => JSON.stringify(documentOf(options, services, witnesses), null, 2);
  const site = await listen(
    (request, response) =>
      send(
        response,
        request.url === '/.well-known/coop-tray.json'
          ? { headers: { 'content-type': 'application/json' }, body: text() }
          : notFound,
      ),
    { port: portOf(0) },
  );
  const all = [...witnesses, site];

  return {
    documentUrl: `${site.url}/.well-known/coop-tray.json`,
    services,
    service: (id) => {
      const found = services.find((one) => one.id === id);
      if (!found) throw new Error(`no service ${id}`);
      return found;
    },
    goOffline: async () => {
      await Promise.all([
        ...all.map((one) => one.stop()),
        ...services.map((one) => one.take('down')),
      ]);
    },
    goOnline: async () => {
      portal = false;
      await Promise.all([
        ...all.map((one) => one.start()),
        ...services.map((one) => one.take('up')),
      ]);
    },
    captivePortal: async () => {
      portal = true;
      await Promise.all(services.map((one) => one.take('portal')));
    },
    stop: async () => {
      await Promise.all([...all, ...services].map((one) => one.stop()));
    },
  };
}

function documentOf(
  options: StandInOptions,
  services: readonly StandIn[],
  witnesses: readonly Listener[],
): object {
  return {
    version: 1,
    name: options.name ?? 'Maple Street',
    witnesses: witnesses.map(({ url }) => ({ url, contains: witnessText })),
    services: [
      ...table.map((row) => {
        const at = services.find((one) => one.id === row.id);
        const url = at?.url ?? '';
        return {
          id: row.id,
          name: row.name,
          description: row.description,
          ...(row.routes ? { url } : {}),
          probe: row.probe(url, at?.port ?? 0),
          ...(options.intervalS ? { intervalS: options.intervalS } : {}),
          ...(options.damping ? { damping: options.damping } : {}),
          ...(row.instead ? { instead: row.instead(services[0]?.url ?? url) } : {}),
        };
      }),
      retired,
    ],
  };
}
