import { inTurn } from '../../build/setup/turn.mjs';
import { synapse, synapseRoot } from '../../build/setup/synapse.mjs';

/** Installs Synapse where there is none yet. All clones share it, so its turn is not that of this folder. */
export default function setup(): Promise<void> {
  return inTurn(synapseRoot(), async () => {
    if (synapse.isMissing()) await synapse.mend();
  });
}
