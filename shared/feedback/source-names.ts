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
  const used = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (
      let number = 2;
      used.has(unique) || (unique !== name && names.includes(unique));
      number += 1
    ) {
      unique = t('feedback.picture.sameName', { name, number });
    }
    used.add(unique);
    return unique;
  });
}
