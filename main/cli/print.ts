/** What a command writes, and whether it has arrived. */
import { loadTranslate } from '../../shared/i18n/load.ts';
import { terminalLanguage } from './options.ts';
import type { Outcome } from './status.ts';

/**
 * Resolves once the text is written; otherwise to the error's code, such as `ENOSPC`. A reader that closed the pipe, such
 * as `head`, is no error.
 */
export function print(stream: NodeJS.WritableStream, text: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (error?: Error | null) => resolve(faultOf(error));
    stream.once('error', end);
    stream.write(text, end);
  });
}

function faultOf(error?: NodeJS.ErrnoException | null): string | undefined {
  const code = error ? (error.code ?? 'unknown') : undefined;
  return code === 'EPIPE' ? undefined : code;
}

/** Returns the exit code: a script must not take an answer that the disk had no room for as an answer. */
export async function printOutcome(
  { code, stdout, stderr }: Outcome,
  to: Pick<NodeJS.Process, 'env'> & Readonly<Record<'stdout' | 'stderr', NodeJS.WritableStream>>,
): Promise<number> {
  const error = await print(to.stdout, stdout);
  if (error === undefined) {
    await print(to.stderr, stderr);
    return code;
  }
  const t = await loadTranslate(terminalLanguage(to.env));
  await print(to.stderr, `${t('cli.unwritten', { error })}\n`);
  return 3;
}
