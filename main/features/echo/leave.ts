/** Signs the guest out, so that the server removes them at once and not after a timeout. */
import { fetchCode } from './ask-page.ts';
import type { RoomPage } from './room-page.ts';
import { urlPart } from '../../../shared/net/url-part.ts';

/** How long to wait, in ms; the page is closed in any case. */
const signOutMs = 1000;

/** `api` is the base of the calls, such as `https://bbb.example/bigbluebutton/api`. Never rejects. */
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
