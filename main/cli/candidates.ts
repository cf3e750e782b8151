/** `coop-tray candidates`: what a shell completes a word with, from the app's own copies. Asks no network. */
import { join } from 'node:path';
import type { askedCandidates } from '../../shared/cli/commands.ts';
import { candidateLines } from '../../shared/cli/completion/index.ts';
import { listedLinks } from '../../shared/links/lists.ts';
import { neverRead } from '../../shared/net/last-good.ts';
import { copyLimitBytes, copyName, parseCopy } from '../core/directory/copy.ts';
import { keyOfSource, linksForm, loadLists } from '../features/links/files.ts';
import { fileStore } from '../platform/files.ts';
import { terminalLanguage } from './options.ts';
import type { Outcome, Terminal } from './status.ts';

type Asked = (typeof askedCandidates)[number];
type Candidate = Readonly<{ word: string; says?: string }>;
type Coop = Extract<NonNullable<Awaited<ReturnType<typeof parseCopy>>>, { ok: true }>['document'];

const candidatesOf: Readonly<
  Record<Asked, (coop: Coop, profileDir: string) => Promise<readonly Candidate[]>>
> = {
  services: async ({ services }) =>
    services.map(({ service: { id, name } }) => ({ word: id, says: name })),
  servers: async ({ echo }) => echo.map(({ id, name }) => ({ word: id, says: name })),
  links: async ({ links }, profileDir) => {
    const sources = links?.sources ?? [];
    const file = fileStore(join(profileDir, `${linksForm.name}.json`), linksForm.limitBytes);
    const kept = await loadLists(file);
    const memories = new Map(sources.map((one) => [one.id, kept.get(keyOfSource(one))]));
    const listed = listedLinks(sources, (id) => {
      const copy = memories.get(id);
      return copy ? { copy, failures: 0 } : neverRead;
    });
    return [...listed.values()].map(({ keyword }) => ({ word: keyword }));
  },
};

/** Never fails and never complains: that would appear in the middle of the line that a member types. */
export async function candidatesCommand(
  [asked = '']: readonly string[],
  { env, profileDir }: Pick<Terminal, 'env' | 'profileDir'>,
): Promise<Outcome> {
  const lines = await linesFor(asked, env, profileDir).catch(() => []);
  return { code: 0, stdout: lines.map((line) => `${line}\n`).join(''), stderr: '' };
}

async function linesFor(
  asked: string,
  env: Terminal['env'],
  profileDir: string,
): Promise<readonly string[]> {
  if (!Object.hasOwn(candidatesOf, asked)) return [];
  const text = await fileStore(join(profileDir, copyName), copyLimitBytes).load();
  const copy = text === undefined ? undefined : await parseCopy(text, terminalLanguage(env));
  if (!copy?.ok) return [];
  return candidateLines(await candidatesOf[asked as Asked](copy.document, profileDir));
}
