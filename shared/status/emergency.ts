/** When the emergency card is offered. Pure. */

/** So many services that are down at once count as an emergency, whatever the document advises for each. */
export const manyDown = 3;

/** Offered where the document has no better advice: something down has nothing instead, or much is down. */
export function offersCard(
  services: readonly Readonly<{ down: boolean; instead: boolean }>[],
): boolean {
  const down = services.filter((one) => one.down);
  return down.length >= manyDown || down.some((one) => !one.instead);
}
