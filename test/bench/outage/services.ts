/** The bench's co-op: where each service is, and what will happen to it. */
import { ranges } from './network.ts';

/** `crowd`: many services on one host, which goes silent as a whole. */
export const kinds = ['well', 'silent', 'refused', 'nameless', 'crowd'] as const;
export type Kind = (typeof kinds)[number];

export const port = 8080;
/** Port of the services that will refuse. */
export const refusedPort = 8081;
export const witnessName = 'witness.world.example';
export const witnessText = 'all is well';
const crowdHost = 'crowd.world.example';

/** Kinds in fifteen consecutive services. */
const row: readonly Kind[] = ['silent', 'silent', 'refused', 'nameless', 'crowd', 'crowd'];

export function kindOf(index: number): Kind {
  return row[index % 15] ?? 'well';
}

export function hostOf(index: number): string {
  const kind = kindOf(index);
  return kind === 'crowd' ? crowdHost : `s${index}.${kind}.example`;
}

/** The name server's answer; undefined for an unknown name. */
export function addressOf(name: string): string | undefined {
  if (name === witnessName) return at(ranges.witness, 1);
  if (name === crowdHost) return at(ranges.silent, 0xff_ff);
  const [, index, kind] = /^s(\d+)\.(\w+)\.example$/.exec(name) ?? [];
  if (index === undefined) return undefined;
  const range = kind === 'silent' || kind === 'refused' ? ranges[kind] : ranges.well;
  return at(range, Number(index) + 1);
}

function at(range: string, number: number): string {
  const [a, b] = range.split('.');
  return `${a}.${b}.${number >> 8}.${number & 0xff}`;
}

export type Pace = Readonly<{ intervalS: number; timeoutS: number; confirmS: number }>;
export const failures = 3;

export function documentOf(count: number, { intervalS, timeoutS, confirmS }: Pace): string {
  return JSON.stringify({
    version: 1,
    name: `${count} services`,
    witnesses: [{ url: `http://${witnessName}:${port}/`, contains: witnessText }],
    services: Array.from({ length: count }, (_, index) => ({
      id: `s${index}`,
      name: `Service ${index}`,
      intervalS,
      damping: { failures, confirmS },
      probe: {
        type: 'http',
        url: `http://${hostOf(index)}:${kindOf(index) === 'refused' ? refusedPort : port}/s${index}`,
        timeoutMs: timeoutS * 1000,
      },
    })),
  });
}

/** Time that the document requires until a failure of this kind is confirmed, in s. */
export function expectedS(kind: Kind, { intervalS, timeoutS, confirmS }: Pace): number {
  const waits = kind === 'refused' ? 0 : failures * timeoutS;
  return intervalS + waits + (failures - 1) * confirmS;
}
