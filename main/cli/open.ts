/** `coop-tray open KEYWORD [ARGUMENT]`: opens one of the co-op's links, or prints it. Runs under plain Node. */
import { join } from 'node:path';
import { commands } from '../../shared/cli/commands.ts';
import { commandHelp } from '../../shared/cli/help.ts';
import type { DirectoryError } from '../../shared/coop/directory-error.ts';
import type { LinkSource } from '../../shared/coop/link-sources.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { withArgument } from '../../shared/links/argument.ts';
import type { LinkMemory, Listed } from '../../shared/links/lists.ts';
import { listedLinks } from '../../shared/links/lists.ts';
import { indexOf, search } from '../../shared/links/search.ts';
import { keyOfKeyword } from '../../shared/links/shortlink.ts';
import { neverRead, withReread } from '../../shared/net/last-good.ts';
import { regionalTag } from '../../shared/i18n/languages.ts';
import { directorySentence } from '../../shared/wording/sentences.ts';
import { copyName } from '../core/directory/copy.ts';
import { keyOfSource, linksForm, loadLists } from '../features/links/files.ts';
import { createReadLinks } from '../features/links/request.ts';
import { systemClock as clock } from '../platform/clock.ts';
import { fileStore } from '../platform/files.ts';
import type { Net } from '../platform/net/index.ts';
import { createWayOut } from '../platform/observed-net.ts';
import { findCoop } from './check.ts';
import { terminalLanguage } from './options.ts';
import { terminalProxies } from './proxies.ts';
import { misuse, parseWords } from './parse.ts';
import type { Outcome, Terminal } from './status.ts';
import { startTimeLimit } from './time-limit.ts';

type Options = Readonly<{ keyword: string; argument: string; print: boolean; coop?: string }>;
type Deps = Pick<Terminal, 'env' | 'profileDir'> &
  /** Opens an address in the browser; rejects if there is none. */
  Readonly<{ open: (address: string) => Promise<void> }>;

/** For reading the document and the lists, if the app has no copies. */
const totalTimeoutMs = 20_000;
const suggestionLimit = 5;

/** Never throws, so that a script always gets an exit code. */
export async function openCommand(args: readonly string[], deps: Deps): Promise<Outcome> {
  const parsed = parseArguments(args);
  const language = parsed?.lang ?? terminalLanguage(deps.env);
  const t = await loadTranslate(regionalTag(language));
  if (parsed?.help) return { code: 0, stdout: commandHelp(t, 'open'), stderr: '' };
  if (!parsed?.options) return { code: 3, stdout: '', stderr: misuse(t, 'open', args) };
  const { options } = parsed;
  try {
    const found = await linksFor(t, deps, { ...options, language });
    if ('failure' in found) return failed(3, found.failure);
    const link = found.links.get(keyOfKeyword(options.keyword));
    if (!link) return failed(1, unknownText(t, options.keyword, found.links));
    const address = withArgument(link.address, options.argument);
    if (options.print) return { code: 0, stdout: `${address}\n`, stderr: '' };
    await deps.open(address);
    return { code: 0, stdout: '', stderr: '' };
  } catch {
    return failed(3, t('cli.open.failed'));
  }
}

function failed(code: 1 | 3, text: string): Outcome {
  return { code, stdout: '', stderr: `${text}\n` };
}

/** Undefined for unknown options. */
function parseArguments(args: readonly string[]) {
  const parsed = parseWords(args, commands.open.options);
  if (!parsed) return undefined;
  const { print, help, coop, lang } = parsed.values;
  const [keyword, ...words] = parsed.positionals;
  const options: Options | undefined =
    keyword === undefined
      ? undefined
      : { keyword, argument: words.join(' '), print, ...(coop === undefined ? {} : { coop }) };
  return { help, lang, options };
}

type Found = Readonly<{ links: ReadonlyMap<string, Listed> }> | Readonly<{ failure: string }>;

async function linksFor(
  t: Translate,
  { env, profileDir }: Deps,
  { coop: source, language }: Options & Readonly<{ language: string }>,
): Promise<Found> {
  const proxies = terminalProxies({ env, profileDir });
  const { net, connectivity } = createWayOut({ clock, proxies });
  const limit = startTimeLimit(clock, totalTimeoutMs);
  try {
    const copyFile = join(profileDir, copyName);
    const where = { clock, copyFile, language, ...(source === undefined ? {} : { source }) };
    const answer = await findCoop(net, where, limit.timeUp);
    if (!answer.coop) return { failure: failureText(t, answer.error, source) };
    const sources = answer.coop.document.links?.sources ?? [];
    if (sources.length === 0) return { failure: t('cli.open.noLinks') };
    const memories = await memoriesOf(net, profileDir, sources, limit.signal);
    const links = listedLinks(sources, (id) => memories.get(id) ?? neverRead);
    return links.size > 0 ? { links } : { failure: t('cli.open.unread') };
  } finally {
    limit.end();
    connectivity.dispose();
  }
}

function failureText(t: Translate, error: DirectoryError | undefined, source = ''): string {
  return error ? directorySentence(t, error, source) : t('cli.noCoop');
}

/** The app's copies, which are never written here; what it has none of is read now. */
async function memoriesOf(
  net: Net,
  profileDir: string,
  sources: readonly LinkSource[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, LinkMemory>> {
  const file = fileStore(join(profileDir, `${linksForm.name}.json`), linksForm.limitBytes);
  const kept = await loadLists(file);
  const read = createReadLinks(net);
  const all = sources.map(async (source) => {
    const copy = kept.get(keyOfSource(source));
    if (copy) return [source.id, { copy, failures: 0 }] as const;
    const answer = await read(source, undefined, signal);
    return [source.id, withReread(neverRead, answer, clock.nowUtcMs())] as const;
  });
  return new Map(await Promise.all(all));
}

function unknownText(t: Translate, keyword: string, links: ReadonlyMap<string, Listed>): string {
  const items = [...links.values()].map((link) => ({ id: link.keyword, names: [link.keyword] }));
  const hits = search(indexOf(items), {
    typed: keyword,
    picks: [],
    nowUtcMs: clock.nowUtcMs(),
    limit: suggestionLimit,
  });
  const names = hits.map(({ item }) => item.id).join(', ');
  return names === ''
    ? t('cli.open.unknown', { keyword })
    : t('cli.open.similar', { keyword, names });
}
