import { powerMonitor } from 'electron';

/** Reports sleep and wake-up. Returns the function that unsubscribes. */
export function followPower(on: Readonly<{ suspend: () => void; wake: () => void }>): () => void {
  powerMonitor.on('suspend', on.suspend);
  powerMonitor.on('resume', on.wake);
  return () => {
    powerMonitor.off('suspend', on.suspend);
    powerMonitor.off('resume', on.wake);
  };
}
