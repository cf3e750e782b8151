/** https://docs.github.com/apps/creating-github-apps: errors come with status 200. */
import type { Reply } from '../http.ts';

export type Step = 'authorization_pending' | 'slow_down' | 'access_denied' | 'expired_token' | 'ok';

export function createDeviceFlow() {
  const tokens = new Set(['token-0']);
  const steps: Step[] = [];
  let polls = 0;
  let issued = 0;
  let elsewhere: string | undefined;
  let page: string | undefined;

  const issue = () => {
    const token = `token-${(issued += 1)}`;
    tokens.add(token);
    return {
      access_token: token,
      token_type: 'bearer',
      scope: '',
      expires_in: 28_800,
      refresh_token: `refresh-${issued}`,
      refresh_token_expires_in: 15_897_600,
    };
  };

  const exchange = (body: string) => {
    const asked = JSON.parse(body) as Record<string, string>;
    if (asked['grant_type'] === 'refresh_token') {
      const known = asked['refresh_token'] === `refresh-${issued}` && !('client_secret' in asked);
      return known ? issue() : { error: 'bad_refresh_token' };
    }
    polls += 1;
    const step = steps.shift() ?? 'ok';
    if (step === 'ok') return issue();
    return { error: step, ...(step === 'slow_down' ? { interval: 11 } : {}) };
  };

  return {
    /** Answers to the next polls; after these the member has agreed. */
    plan: (...next: readonly Step[]) => steps.push(...next),
    polls: () => polls,
    isValid: (token: string) => tokens.has(token),
    /** The token endpoint redirects elsewhere. */
    redirectTo: (url: string) => (elsewhere = url),
    /** Hands out another page than its own, as a phishing relay would. */
    sendTo: (other: string) => (page = other),
    revoke: (token: string) => tokens.delete(token),
    /** `origin` is the stand-in's own: like GitHub's, its page is on its own site. */
    answer: (path: string, body: string, origin = ''): Reply => {
      if (elsewhere !== undefined && path === '/login/oauth/access_token')
        return { status: 307, headers: { location: elsewhere } };
      const code = {
        device_code: 'd'.repeat(40),
        user_code: 'WDJB-MJHT',
        verification_uri: page ?? `${origin}/login/device`,
        expires_in: 900,
        interval: 5,
      };
      const data = path === '/login/device/code' ? code : exchange(body);
      return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(data) };
    },
  };
}
