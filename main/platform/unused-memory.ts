import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: Readonly<{ type: 'major'; flavor: 'last-resort' }>) => void;

/**
 * Returns to the system what V8 keeps for later: some 10 MB after a start or a closed window. V8 does so by itself only
 * after minutes, or never, since an idle app allocates too little to start a collection. Blocks for 25 to 50 ms, longer on
 * a busy machine, and cannot be done in pieces: collections of another flavour keep the memory. So call it when nobody
 * waits. Node has no call for it: this is the one of `--expose-gc`.
 */
export function releaseUnusedMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', flavor: 'last-resort' });
}
