/** The servers around the services: the co-op's site, two witnesses, and the captive portal. */
import type { RequestListener } from 'node:http';
import type { Listener, Reply } from '../http.ts';
import { listen, pathOf, send } from '../http.ts';
import type { Network } from './conditions.ts';
import { witnessText } from './document.ts';
import type { Ports } from './ports.ts';
import { portalPage } from './replies.ts';

export type Front = Readonly<{
  site: Listener;
  witnesses: readonly Listener[];
  /** Where a captive portal redirects plain http requests. */
  portalUrl: () => string;
  setNetwork: (network: Network) => Promise<void>;
  loseWitnesses: () => Promise<void>;
  stop: () => Promise<void>;
}>;

/** `siteReply` answers a path of the co-op's own site. */
export async function startFront(ports: Ports, siteReply: (path: string) => Reply): Promise<Front> {
  let network: Network = 'online';
  const portal = await listen((_request, response) => send(response, portalPage), {
    port: ports.portal,
  });
  const portalUrl = () => `${portal.url}/login`;

  const behindPortal =
    (replyTo: (path: string) => Reply, inPlace: Reply): RequestListener =>
    (request, response) =>
      send(response, network === 'captive' ? inPlace : replyTo(pathOf(request)));

  const redirect = () => redirectTo(portalUrl());
  const witness = () => ({ body: witnessText });
  const witnesses = [
    // Real portals either redirect to their page or answer with it.
    await listen(behindPortal(witness, redirect()), { port: ports.witnesses[0] }),
    await listen(behindPortal(witness, portalPage), { port: ports.witnesses[1] }),
  ];
  const site = await listen(behindPortal(siteReply, redirect()), { port: ports.site });
  const all = [portal, site, ...witnesses];

  return {
    site,
    witnesses,
    portalUrl,
    setNetwork: async (next) => {
      network = next;
      await Promise.all(all.map((one) => (next === 'offline' ? one.pause() : one.start())));
    },
    loseWitnesses: async () => {
      await Promise.all(witnesses.map((one) => one.pause()));
    },
    stop: async () => {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}

/** How a captive portal answers every plain http request. */
export function redirectTo(location: string): Reply {
  return { status: 302, headers: { location } };
}
