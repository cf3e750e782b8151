import type { Locator } from 'playwright';

/** Playwright's own gives up when the page re-renders the element while it waits for it to be stable. */
export async function scrollTo(place: Locator): Promise<void> {
  await place.evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
}
