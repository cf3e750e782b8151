/** The polite end: the server takes the guest off its list at once, instead of when it notices. */
import { fetchCode } from './ask-page.ts';
import type { RoomPage } from './room-page.ts';
import { urlPart } from '../../../shared/net/url-part.ts';

/** Waited for so long, in ms; the page is closed after it in any case. */
const signOutMs = 1000;

/** `api` is what the calls hang below, such as `https://bbb.example/bigbluebutton/api`. Never rejects. */
export async function signOut(page: RoomPage, api: string, sessionToken: string): Promise<void> {
  const path = `${api}/signOut?sessionToken=${urlPart(sessionToken)}`;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, signOutMs)));
  const said = page.evaluate(fetchCode({ path })).then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([said, late]);
  clearTimeout(timer);
}
