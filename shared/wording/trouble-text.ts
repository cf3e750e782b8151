/** Why feedback was not delivered, and what the member can do about it. */
import type { Trouble } from '../feedback/trouble.ts';
import { troubleParams, whatToDo } from '../feedback/trouble.ts';
import type { Translate } from '../i18n/translator.ts';

/** As one paragraph, with the server's own words. */
export function troubleText(t: Translate, why: Trouble): string {
  const { permission, organisation, url, to } = why.params;
  return [
    t(`feedback.trouble.${why.code}`, troubleParams(why)),
    ...(permission === undefined ? [] : [t('feedback.permission', { permission })]),
    ...(organisation === undefined || url === undefined
      ? []
      : [t('feedback.signInAt', { organisation, url })]),
    ...(to === undefined ? [] : [t('feedback.movedTo', { to })]),
    t(`feedback.remedy.${whatToDo(why)}`),
  ].join(' ');
}
