/** What the emulator lacks: reactions to issues, searches for any of several words, and an organisation's templates. */
import type { Reply } from '../http.ts';

type Json = Readonly<Record<string, unknown>>;
/** Forwards to the emulator. */
type Pass = (url: string) => Promise<Json>;

export function createReactions() {
  const given = new Map<string, Json>();
  return {
    /** Undefined if it is not about a reaction. A person's second reaction returns the first. */
    answer: (path: string, body: string, user: Json): Reply | undefined => {
      if (!/\/issues\/\d+\/reactions$/.test(path)) return undefined;
      const { content } = JSON.parse(body) as Json;
      const key = JSON.stringify([path, content, user['login']]);
      const known = given.get(key);
      const id = given.size + 1;
      const made = { id, node_id: `R${id}`, user, content, created_at: new Date().toISOString() };
      given.set(key, known ?? made);
      return json(known ? 200 : 201, known ?? made);
    },
    count: () => given.size,
  };
}

/** A file of the repository, as the contents API returns it. */
export function fileAnswer(url: string, text: string): Reply {
  const path = url.slice(url.indexOf('/contents/') + '/contents/'.length);
  const content = Buffer.from(text).toString('base64');
  const links = { self: url, git: null, html: null };
  return json(200, {
    type: 'file',
    encoding: 'base64',
    size: text.length,
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    content,
    sha: content.slice(0, 40),
    url,
    git_url: null,
    html_url: null,
    download_url: null,
    _links: links,
  });
}

/** Undefined for a search of another kind. */
export async function searchAnyOf(url: string, pass: Pass): Promise<Reply | undefined> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, before, words] = /^(.*)\((.+)\)$/.exec(searchParams.get('q') ?? '') ?? [];
  if (pathname !== '/search/issues' || words === undefined) return undefined;
  const found = new Map<unknown, Json>();
  for (const word of words.split(' OR ')) {
    const one = await pass(`/search/issues?q=${encodeURIComponent(`${before}${word}`)}`);
    for (const item of one['items'] as readonly Json[])
      found.set(item['id'], { ...item, score: 1 });
  }
  const items = [...found.values()];
  const search = { total_count: items.length, incomplete_results: false, search_type: 'lexical' };
  return json(200, { ...search, items });
}

function json(status: number, body: object): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
