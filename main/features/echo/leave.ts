/** Signs the guest out, so that the server removes them immediately instead of after a timeout. */
import { fetchCode } from './ask-page.ts';
import type { RoomPage } from './room-page.ts';
import { urlPart } from '../../../shared/net/url-part.ts';

/** The page is closed in any case. */
const signOutTimeoutMs = 1000;

/** `api` is the base of the calls, such as `https://bbb.example/bigbluebutton/api`. Never rejects. */
export async function signOut(page: RoomPage, api: string, sessionToken: string): Promise<void> {
  const path = `${api}/signOut?sessionToken=${urlPart(sessionToken)}`;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, signOutTimeoutMs)));
  const answered = page.evaluate(fetchCode({ path })).then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([answered, late]);
  clearTimeout(timer);
}
