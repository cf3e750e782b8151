/** Each feature's file format: what the app writes is complete, and what would lose an entry is not. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { rememberedForm } from '../../../main/features/accounts/known-accounts.ts';
import { announcementsForm } from '../../../main/features/announcements/file.ts';
import { backupsForm } from '../../../main/features/backups/reading-cache.ts';
import { staysForm } from '../../../main/desktop/stays-notice.ts';
import { crashesForm } from '../../../main/core/crashes.ts';
import { welcomeForm } from '../../../main/core/welcome.ts';
import { shortcutForms } from '../../../main/desktop/shortcut.ts';
import { textSizeForm } from '../../../main/desktop/text-size.ts';
import { copyForm } from '../../../main/core/directory/copy.ts';
import { resultsForm } from '../../../main/features/echo/results.ts';
import { echoSettingsForm } from '../../../main/features/echo/settings.ts';
import { answersForm } from '../../../main/features/feedback/answers-file.ts';
import { replyDraftsForm } from '../../../main/features/feedback/reply-drafts.ts';
import { policyForm } from '../../../main/core/notification-policy/settings.ts';
import type { FileForm } from '../../../main/platform/profile-file.ts';
import { proxyForm } from '../../../main/platform/proxy-setting.ts';
import { copiesForm as calendarCopiesForm } from '../../../main/features/calendar/copies.ts';
import { calendarsForm } from '../../../main/features/calendar/settings.ts';
import { linksForm, picksForm } from '../../../main/features/links/files.ts';
import { checksForm } from '../../../main/features/links/check-results.ts';
import { moneyForm } from '../../../main/features/money/file.ts';
import { templatesForm } from '../../../main/features/meetings/files.ts';
import { logoForm } from '../../../main/features/logo/index.ts';
import { copiesForm } from '../../../main/features/room-export/export-list.ts';
import { updatesForm } from '../../../main/features/updates/file.ts';
import { domainsForm } from '../../../main/core/status/known-domains.ts';
import { keptFiles } from '../../../shared/kept-files.ts';
import { goodProfile } from '../../fuzz/good-profile.ts';

/** Each with one unreadable part. */
const forms: readonly (readonly [FileForm, RegExp, string])[] = [
  [copyForm, /"source":"[^"]*"/, '"source":7'],
  [policyForm, /"reason":"We know."/, '"reason":""'],
  [policyForm, /"pause":\{"sinceUtcMs":\d+/, '"pause":{"sinceUtcMs":"x"'],
  [domainsForm, /"endsUtcMs":\d+/, '"endsUtcMs":"soon"'],
  [shortcutForms.feedback, /true/, '"yes"'],
  [shortcutForms.quickOpen, /true/, '"yes"'],
  [textSizeForm, /150/, '151'],
  [echoSettingsForm, /"rooms":\[\]/, '"rooms":[7]'],
  [resultsForm, /"results":\[/, '"results":[7,'],
  [rememberedForm, /"login":"ana"/, '"login":""'],
  [answersForm, /"told":\[/, '"told":[7,'],
  [replyDraftsForm, /"item-1":"[^"]*"/, '"item-1":7'],
  [announcementsForm, /"signs":\[/, '"signs":[7,'],
  [announcementsForm, /"reports":\[/, '"reports":[7'],
  [backupsForm, /"remarks":\[/, '"remarks":[7'],
  [backupsForm, /"readings":\[/, '"readings":[7,'],
  [welcomeForm, /"open":"[^"]*"/, '"open":7'],
  [staysForm, /1/, '"1"'],
  [crashesForm, /"kind":"window"/, '"kind":"tab"'],
  [logoForm, /"source":"[^"]*"/, '"source":7'],
  [linksForm, /"links":\[/, '"links":[7,'],
  [picksForm, /"picks":\[/, '"picks":[7,'],
  [checksForm, /"checks":\[/, '"checks":[7,'],
  [updatesForm, /"channel":"beta"/, '"channel":"nightly"'],
  [updatesForm, /"known":\[/, '"known":[7,'],
  [moneyForm, /"slug":"[^"]*"/, '"slug":7'],
  [calendarsForm, /"pasted":\[/, '"pasted":[7,'],
  [calendarsForm, /"minutes":10/, '"minutes":31'],
  [calendarsForm, /"told":\[/, '"told":[7,'],
  [calendarsForm, /"myAddresses":\[/, '"myAddresses":[7,'],
  [calendarCopiesForm, /"copies":\[/, '"copies":[7,'],
  [copiesForm, /"copies":\[/, '"copies":[7,'],
  [templatesForm, /"copies":\[/, '"copies":[7,'],
  [proxyForm, /"address":"[^"]*"/, '"address":7'],
];

test.each(forms)('$0.name', (form, good, odd) => {
  const text = goodProfile[`${form.name}.json`] ?? '';
  expect(v.is(form.whole, JSON.parse(text))).toBe(true);
  expect(text).toMatch(good);
  expect(v.is(form.whole, JSON.parse(text.replace(good, odd)))).toBe(false);
});

test('every file of the profile has a form', () => {
  expect(new Set(forms.map(([{ name }]) => name))).toEqual(new Set(keptFiles));
});
