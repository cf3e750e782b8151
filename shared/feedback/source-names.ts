/** Labels of the windows and screens in the picture chooser. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Source } from './ipc.ts';

/** In the order of the sources. Screens are numbered, because the system's names for them are English or empty. */
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
  // Made unique for screen readers: without the thumbnails, windows of the same name are indistinguishable.
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
