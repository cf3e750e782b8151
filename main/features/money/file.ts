/** The last answer about the co-op's money, for when there is no network, and so that a day has one question. */
import * as v from 'valibot';
import type { MoneyPlan } from '../../../shared/coop/money.ts';
import { AccountSchema } from '../../../shared/money/account.ts';
import type { FileForm } from '../../platform/profile-file.ts';

export const CopySchema = v.object({
  version: v.literal(1),
  /** `keyOf` the plan that it answers. */
  of: v.string(),
  day: v.pipe(v.string(), v.isoDate()),
  accounts: v.array(AccountSchema),
});
export type Copy = Readonly<v.InferOutput<typeof CopySchema>>;

export const moneyForm: FileForm = {
  name: 'money',
  limitBytes: 64 * 1024,
  version: 1,
  whole: CopySchema,
};

/** Another place, or other collectives, is another question. */
export function keyOf({ apiUrl, collectives }: MoneyPlan): string {
  return [apiUrl, ...collectives.map(({ slug }) => slug)].join(' ');
}
