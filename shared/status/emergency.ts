/** When to offer the emergency card. Pure. */

/** This many services down together are an emergency, whatever alternatives the document names. */
export const manyDown = 3;

/** Offered if a service that is down has no alternative, or if many are down. */
export function offersCard(
  services: readonly Readonly<{ down: boolean; instead: boolean }>[],
): boolean {
  const down = services.filter((one) => one.down);
  return down.length >= manyDown || down.some((one) => !one.instead);
}
