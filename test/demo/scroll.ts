import type { Locator } from 'playwright';

/** Playwright's own gives up where the page draws the element anew while it waits for it to stand still. */
export async function scrollTo(place: Locator): Promise<void> {
  await place.evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
}
