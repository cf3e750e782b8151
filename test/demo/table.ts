import type { StandInCoop } from '../servers/coop/index.ts';

/** Prints the stand-in services and how each is at the moment. */
export function printTable(coop: StandInCoop): void {
  const rows = coop.services.map((one) => ({
    service: one.name,
    address: one.url,
    is: one.condition(),
  }));
  console.table(rows);
}
