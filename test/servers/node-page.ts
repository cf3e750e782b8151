/**
 * A room's page without a browser: it keeps cookies, follows redirects within the allowed hosts, and runs the code it
 * is given against `fetch` and the small part of `document` that a guest needs. The sandbox belongs to the window and
 * is tested there; this is about the exchange between server and join.
 */
import type { OpenRoomPage, PageEnd } from '../../main/features/echo/room-page.ts';

type Input = { value: string; form: Readonly<{ action: string; method: string; html: string }> };

export type NodePages = Readonly<{ open: OpenRoomPage; openNow: () => number }>;

export function nodePages(): NodePages {
  let pages = 0;
  return {
    openNow: () => pages,
    open: (firstHost) => {
      pages += 1;
      const hosts = new Set([firstHost]);
      const cookies = new Map<string, Map<string, string>>();
      let url = 'about:blank';
      let way: string[] = [];
      let html = '';
      let world: Record<string, unknown> = {};
      let handsOver: (url: URL) => boolean = () => false;
      let tell: (end: PageEnd) => void = () => undefined;
      let isOpen = true;
      const ended = new Promise<PageEnd>((resolve) => (tell = resolve));
      const end = (how: PageEnd) => {
        if (isOpen) pages -= 1;
        isOpen = false;
        tell(how);
      };

      const ask = async (to: URL, init: RequestInit = {}): Promise<Response> => {
        const jar = cookies.get(to.host) ?? new Map<string, string>();
        cookies.set(to.host, jar);
        const headers = new Headers(init.headers);
        headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
        const answer = await fetch(to, { ...init, headers, redirect: 'manual' });
        for (const line of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          jar.set(name, value);
        }
        return answer;
      };
      const go = async (to: string, init: RequestInit = {}): Promise<void> => {
        const next = new URL(to, url);
        if (handsOver(next) && url !== 'about:blank') hosts.add(next.host);
        if (!hosts.has(next.host)) {
          url = next.href;
          end('left');
          throw new Error('left');
        }
        const answer = await ask(next, init).catch((error: unknown) => {
          end('load-failed');
          throw error;
        });
        url = next.href;
        const location = answer.headers.get('location');
        if (answer.status >= 300 && answer.status < 400 && location) {
          way.push(new URL(location, url).href);
          return go(location);
        }
        html = await answer.text();
        world = {};
      };
      const inputOf = (selector: string): Input | null => {
        const ending = /\[name\$="([^"]+)"\]/.exec(selector)?.[1] ?? '';
        const form = /<form[^>]*action="([^"]*)"[^>]*method="([^"]*)"[\s\S]*?<\/form>/.exec(html);
        if (!form?.[0].includes(`${ending}"`)) return null;
        const [whole, action = '', method = 'get'] = form;
        return { value: '', form: { action, method, html: whole } };
      };
      let filled: Input | null = null;
      const document = {
        querySelector: (selector: string) => {
          if (selector.startsWith('form')) return (filled = inputOf(selector));
          const found = (pattern: RegExp) => pattern.exec(html)?.[1];
          const token = found(/name="csrf-token" content="([^"]*)"/);
          if (selector.startsWith('meta')) return token ? { getAttribute: () => token } : null;
          if (selector === 'messageKey') {
            const key = found(/<messageKey>([^<]*)</);
            return key === undefined ? null : { textContent: key };
          }
          return /href="\/signin"/.test(html) ? {} : null;
        },
      };
      const submit = () => {
        const { form, value } = filled ?? { form: { action: '', method: '', html: '' }, value: '' };
        const body = new URLSearchParams();
        for (const [tag] of form.html.matchAll(/<input[^>]*>/g)) {
          const name = /name="([^"]*)"/.exec(tag)?.[1] ?? '';
          body.set(
            name,
            /type="hidden"/.test(tag) ? (/value="([^"]*)"/.exec(tag)?.[1] ?? '') : value,
          );
        }
        void go(form.action, { method: form.method.toUpperCase(), body }).catch(() => undefined);
      };

      return {
        load: async (to, mayHandOver = () => false) => {
          handsOver = mayHandOver;
          way = [];
          await go(to);
        },
        url: () => url,
        way: () => way,
        evaluate: async (code) => {
          if (!isOpen) throw new Error('closed');
          const own = (path: string, init?: RequestInit) => ask(new URL(path, url), init);
          const run = new Function(
            'document',
            'fetch',
            'HTMLFormElement',
            'globalThis',
            `return (${code})`,
          );
          return run(document, own, { prototype: { submit: { call: submit } } }, world);
        },
        allow: (host) => void hosts.add(host),
        beside: async () => Promise.reject(new Error('no page beside')),
        ended,
        close: async () => end('closed'),
      };
    },
  };
}
