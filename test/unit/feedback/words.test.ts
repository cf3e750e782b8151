import { describe, expect, test } from 'vitest';
import { remedies, troubleCodes } from '../../../shared/feedback/trouble.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';
import { locales } from '../../../shared/i18n/locale.ts';

describe.each(locales)('in %s', (locale) => {
  const t = createTranslate(locale);

  test.each(troubleCodes)('the trouble %s is a whole sentence', (code) => {
    const params = { status: 418, was: '#a:e.org', now: '#b:e.org' };
    expect(t(`feedback.trouble.${code}`, params)).toMatch(/^\p{Lu}[^{}]*[.]$/u);
  });

  test.each(remedies)('so is what to do: %s', (remedy) => {
    expect(t(`feedback.remedy.${remedy}`)).toMatch(/^\p{Lu}[^{}]*[.]$/u);
  });
});
