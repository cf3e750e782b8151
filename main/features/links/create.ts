/** Wires the links to the network, the profile and the window. */
import type { LinksPlan } from '../../../shared/coop/link-sources.ts';
import { dateIn } from '../../../shared/time/calendar.ts';
import { linkReport } from '../../../shared/wording/link-report.ts';
import type { Running } from '../feature.ts';
import type { Host, HostDesktop } from '../host.ts';
import { createAskPage } from './ask-page.ts';
import { checksForm } from './check-results.ts';
import type { LinkChecks } from './checks.ts';
import { createLinkChecks } from './checks.ts';
import { linksForm, picksForm } from './files.ts';
import type { Links } from './index.ts';
import { createLinks } from './index.ts';
import { createReadLinks } from './request.ts';

export type LinksApi = Readonly<{
  links: Links;
  checks: LinkChecks;
  /** Saves the results where the member chooses. */
  saveReport: () => ReturnType<HostDesktop['saveAs']>;
}>;

export async function startLinks(host: Host): Promise<Running<LinksPlan | undefined, LinksApi>> {
  const { clock, connectivity } = host;
  const links = createLinks({
    clock,
    random: Math.random,
    read: createReadLinks(host.pages),
    connectivity,
    lists: host.files.file(linksForm),
    picks: host.files.file(picksForm),
  });
  const checks = createLinkChecks({
    clock,
    ask: createAskPage({ net: host.pages, clock }),
    connectivity,
    store: host.files.file(checksForm),
  });
  await Promise.all([links.restore(), checks.restore()]);
  let bases: readonly string[] = [];
  let listed: ReturnType<Links['listed']> | undefined;
  links.onChange(() => {
    host.send('links', links.state);
    if (links.listed() === listed) return;
    listed = links.listed();
    checks.setLinks(listed.values(), bases);
  });
  checks.onChange(() => host.send('linkChecks', checks.state));
  return {
    api: { links, checks, saveReport: () => saveReport(host, links, checks) },
    setSection: (plan) => {
      checks.stop();
      bases = plan?.sources.flatMap(({ base }) => base ?? []) ?? [];
      links.setPlan(plan);
    },
    suspend: () => {
      links.suspend();
      checks.suspend();
    },
    resume: () => {
      links.resume();
      checks.resume();
    },
    leave: checks.leave,
    dispose: () => {
      links.dispose();
      checks.dispose();
    },
  };
}

function saveReport(
  { t, clock, timeZone, saveAs }: Host,
  links: Links,
  checks: LinkChecks,
): ReturnType<HostDesktop['saveAs']> {
  const date = dateIn(timeZone(), clock.nowUtcMs());
  const rows = linkReport(t, links.state().links, checks.state().checks);
  return saveAs(`links-${date}.csv`, asyncOf(rows));
}

async function* asyncOf(rows: Iterable<string>): AsyncGenerator<string> {
  yield* rows;
}
