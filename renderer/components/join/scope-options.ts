import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Option } from '../OptionGroup.tsx';

/** Which services decide the icon and notifications. */
export function scopeOptions(t: Translate): readonly Option<'all' | 'mine'>[] {
  return [
    { value: 'all', label: t('settings.scope.all') },
    { value: 'mine', label: t('settings.scope.mine'), help: t('settings.scope.mine.help') },
  ];
}
