/** What a member reads under the small picture of each window and screen. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Source } from './ipc.ts';

/** In the order of the sources. Screens are numbered, for the system's own names of them are English or empty. */
export function sourceNames(
  t: Translate,
  sources: readonly Pick<Source, 'name' | 'isScreen'>[],
): readonly string[] {
  const screens = sources.filter((one) => one.isScreen);
  const names = sources.map((one) => {
    if (!one.isScreen) return one.name.trim() || t('feedback.picture.noName');
    if (screens.length === 1) return t('feedback.picture.onlyScreen');
    return t('feedback.picture.oneScreen', { number: screens.indexOf(one) + 1 });
  });
  // Whoever cannot see the pictures could not tell two windows of one name apart.
  return names.map((name, at) => {
    const number = names.slice(0, at + 1).filter((other) => other === name).length;
    return number === 1 ? name : t('feedback.picture.sameName', { name, number });
  });
}
