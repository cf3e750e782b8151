/** The script that teaches a shell to complete `coop-tray`, made of the table of commands. Pure. */
import type { Translate } from '../../i18n/translator.ts';
import type { Shell } from '../commands.ts';
import { plainLine } from '../text.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { zshCompletion } from './zsh.ts';

export function completionFor(shell: Shell, t: Translate): string {
  if (shell === 'bash') return bashCompletion();
  return shell === 'zsh' ? zshCompletion(t) : fishCompletion(t);
}

/**
 * What a shell may be offered: nothing that it could read as more than a word, whoever wrote it. Each as a line, after
 * a tab with what it is.
 */
export function candidateLines(
  all: readonly Readonly<{ word: string; says?: string }>[],
): readonly string[] {
  return all.flatMap(({ word, says = '' }) => {
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(word)) return [];
    return [says === '' ? word : `${word}\t${plainLine(says)}`];
  });
}
