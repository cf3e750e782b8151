/**
 * A network namespace in which every address of a few ranges is local, until a range is cut: then packets to it go to a
 * device that nobody reads, and are lost. Needs root, Linux and the program `ip`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Source address of this machine. */
const ownAddress = '10.65.0.1';
export const nameServer = '10.65.0.53';

export const ranges = {
  names: `${nameServer}/32`,
  well: '10.66.0.0/16',
  silent: '10.67.0.0/16',
  witness: '10.68.0.0/16',
  refused: '10.69.0.0/16',
} as const;
export type RangeName = keyof typeof ranges;
export const allRanges = Object.keys(ranges) as readonly RangeName[];

/** Call once, in a process with its own network and mount namespaces. */
export function layNetwork(): void {
  ip('link set lo up', 'tuntap add dev gone mode tun', 'link set gone up');
  ip(`addr add ${ownAddress}/32 dev lo`);
  restore(...allRanges);
  const file = join(mkdtempSync(join(tmpdir(), 'coop-tray-names-')), 'resolv.conf');
  writeFileSync(file, `nameserver ${nameServer}\n`);
  execFileSync('mount', ['--bind', file, '/etc/resolv.conf']);
}

export function cut(...names: readonly RangeName[]): void {
  for (const name of names) {
    ip(`route del local ${ranges[name]} dev lo table local`);
    ip(`route add ${ranges[name]} dev gone src ${ownAddress}`);
  }
}

export function restore(...names: readonly RangeName[]): void {
  for (const name of names) {
    ip(`route flush root ${ranges[name]}`);
    ip(`route add local ${ranges[name]} dev lo src ${ownAddress}`);
  }
}

function ip(...commands: readonly string[]): void {
  execFileSync('ip', ['-batch', '-'], { input: `${commands.join('\n')}\n` });
}
