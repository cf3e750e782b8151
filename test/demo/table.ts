import type { StandInCoop } from '../servers/coop/index.ts';

/** Prints the stand-in services with their current conditions. */
export function printTable(coop: StandInCoop): void {
  const rows = coop.services.map((one) => ({
    service: one.name,
    address: one.url,
    is: one.condition(),
  }));
  console.table(rows);
}
