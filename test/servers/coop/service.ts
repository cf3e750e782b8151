/** One service of the stand-in co-op, with trouble on command. */
import type { ServerResponse } from 'node:http';
import type { Certificate, Listener } from '../http.ts';
import { listen, pathOf, send } from '../http.ts';
import type { Condition, Network, Scene } from './conditions.ts';
import { conditions } from './conditions.ts';
import { redirectTo } from './front.ts';
import { listenSmtp } from './mail.ts';
import { listenDns } from './names.ts';
import type { Software } from './replies.ts';
import { replyOf } from './replies.ts';
import type { Place, Row } from './table.ts';

export type { Condition } from './conditions.ts';

export type StandIn = Place &
  Readonly<{
    id: string;
    name: string;
    /** The conditions that it supports. */
    conditions: readonly Condition[];
    condition: () => Condition;
    /** Resolves once the port answers, or refuses, accordingly. Throws for an unsupported condition. */
    take: (condition: Condition) => Promise<void>;
    /** Sets the network before it; its own condition stays. */
    setNetwork: (network: Network) => Promise<void>;
    stop: () => Promise<void>;
  }>;

export type ServiceOptions = Readonly<{
  port: number;
  certificate: Certificate;
  /** Delay of a slow answer, in ms. */
  slowMs: number;
  /** Where a captive portal redirects plain http requests. */
  portalUrl: () => string;
}>;

export async function startService(row: Row, options: ServiceOptions): Promise<StandIn> {
  let scene: Scene = { condition: 'up', network: 'online' };
  const listener = await open(row, () => scene, options);
  const possible = conditionsOf(row);
  // A portal answers plain http in the service's place and blocks everything else.
  const plain = typeof row.server !== 'string' && !row.secure;
  const settle = async (next: Partial<Scene>) => {
    scene = { ...scene, ...next };
    const { condition, network } = scene;
    const portal = network === 'captive' && plain;
    const answers = portal || (network === 'online' && condition !== 'down');
    await (answers ? listener.start() : listener.pause());
  };
  return {
    id: row.id,
    name: row.name,
    port: listener.port,
    url: listener.url,
    conditions: possible,
    condition: () => scene.condition,
    take: async (condition) => {
      if (!possible.includes(condition)) throw new Error(`${row.id} has no condition ${condition}`);
      await settle({ condition });
    },
    setNetwork: (network) => settle({ network }),
    stop: listener.stop,
  };
}

function conditionsOf({ server }: Row): readonly Condition[] {
  if (server === 'smtp') return ['up', 'down', 'error', 'hang'];
  if (server === 'dns') return ['up', 'down', 'error', 'error-body', 'hang', 'slow'];
  return conditions.filter((one) => !['maintenance', 'upgrade'].includes(one) || server[one]);
}

function open(row: Row, scene: () => Scene, options: ServiceOptions): Promise<Listener> {
  const { server } = row;
  if (server === 'smtp') return listenSmtp(options.port, scene);
  if (server === 'dns') return listenDns(options.port, scene, options.slowMs);
  return listen(
    (request, response) => {
      if (scene().network === 'captive') return send(response, redirectTo(options.portalUrl()));
      answer({ server, home: row.name }, scene().condition, pathOf(request), response, options);
    },
    { port: options.port, ...(row.secure ? { certificate: options.certificate } : {}) },
  );
}

function answer(
  who: Readonly<{ server: Software; home: string }>,
  condition: Condition,
  path: string,
  response: ServerResponse,
  { slowMs }: ServiceOptions,
): void {
  if (condition === 'hang') return;
  const reply = replyOf(who.server, condition, path, who.home);
  if (condition !== 'slow') return send(response, reply);
  const timer = setTimeout(() => send(response, reply), slowMs);
  response.on('close', () => clearTimeout(timer));
}
