/** Fixed ports: a range starting at `basePort`. */
import type { Places } from './document.ts';
import { documentOf } from './document.ts';
import type { DocumentInput } from '../../../shared/coop/document.ts';
import { pageTable } from './pages.ts';
import { table } from './table.ts';

/** Below the systems' ephemeral ports, so mostly free. */
export const demoBasePort = 28_470;
/** Quick enough to watch: a change shows within seconds. */
export const demoPace = { intervalS: 5, damping: { confirmS: 1 } } as const;

export type Ports = Readonly<{
  site: number;
  portal: number;
  witnesses: readonly [number, number];
  page: (index: number) => number;
  backups: number;
  money: number;
  service: (index: number) => number;
}>;

/** Without a base, or with 0, every port is 0: a free one. */
export function portsFrom(basePort: number | undefined): Ports {
  const at = (offset: number) => (basePort ? basePort + offset : 0);
  return {
    site: at(0),
    portal: at(1),
    witnesses: [at(2), at(3)],
    page: (index) => at(4 + index),
    money: at(8),
    backups: at(9),
    service: (index) => at(10 + index),
  };
}

/** The document of the stand-ins with `demoBasePort` and `demoPace`, without starting them. */
export function demoDocument(schema: string): DocumentInput {
  const ports = portsFrom(demoBasePort);
  const at = (port: number, scheme = 'http') => `${scheme}://127.0.0.1:${port}`;
  const places: Places = {
    site: at(ports.site),
    witnesses: ports.witnesses.map((port) => at(port)),
    pages: new Map(pageTable.map(({ id }, index) => [id, at(ports.page(index))])),
    services: new Map(
      table.map((row, index) => {
        const port = ports.service(index);
        return [row.id, { port, url: at(port, row.secure ? 'https' : 'http') }];
      }),
    ),
  };
  return documentOf(places, { ...demoPace, schema });
}
