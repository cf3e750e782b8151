import { requestLimit } from '../../../shared/backups/ipc.ts';
import type { SourceView, TargetView } from '../../../shared/backups/view.ts';
import { findingSentence, problemSentence } from '../../../shared/wording/backups.ts';
import type { Words } from '../../app/words.ts';

/** What the member is about to ask, before they have read and changed it. */
export type Request = Readonly<{
  title: string;
  /** How to fill it in. */
  help?: string;
  text: string;
}>;

/** Asks for something back; `target` is the backup to restore from, if known. */
export function restoreRequest(words: Words, target: TargetView | undefined, now: number): Request {
  const { t } = words;
  const text = target
    ? `${t('backupspage.restore.textFrom', { name: target.name })}\n\n${newestLine(words, target, now)}`
    : t('backupspage.restore.text');
  return { title: t('backupspage.restore'), help: t('backupspage.restore.help'), text };
}

/** Asks somebody to check a backup that is not fine. */
export function targetRequest(words: Words, target: TargetView, now: number): Request {
  const { t, times } = words;
  const { name, findings } = target;
  const found = findings.map((one) => findingSentence(t, times, one, now));
  return checkRequest(t, name, [
    t('backupspage.ask.target', { name }),
    found.join('\n'),
    newestLine(words, target, now),
  ]);
}

/** Asks somebody to check a source that cannot be read. */
export function sourceRequest({ t }: Words, { name, problem }: SourceView): Request {
  return checkRequest(t, name, [
    t('backupspage.ask.source', { name }),
    problem ? problemSentence(t, problem) : '',
  ]);
}

/** Findings quote their jobs, which may say much. */
function checkRequest(t: Words['t'], name: string, parts: readonly string[]): Request {
  const text = parts.filter(Boolean).join('\n\n');
  return { title: t('backupspage.ask.title', { name }), text: text.slice(0, requestLimit) };
}

function newestLine(
  { t, times }: Words,
  { lastSuccessUtcMs: at }: TargetView,
  now: number,
): string {
  const time = at === undefined ? t('backupspage.notTold') : times.clock(at, now);
  return t('backupspage.restore.newest', { time });
}
