import { powerMonitor } from 'electron';

/** Tells when the machine goes to sleep and wakes up. Returns the function that ends it. */
export function followPower(on: Readonly<{ suspend: () => void; wake: () => void }>): () => void {
  powerMonitor.on('suspend', on.suspend);
  powerMonitor.on('resume', on.wake);
  return () => {
    powerMonitor.off('suspend', on.suspend);
    powerMonitor.off('resume', on.wake);
  };
}
