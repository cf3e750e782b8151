/** Why the co-op document could not be loaded. */
import * as v from 'valibot';
import { ProblemSchema } from './problem.ts';

/** Each has a text in the catalogue (`directory.CODE`). */
export const directoryErrors = [
  'address-invalid',
  'not-found',
  'forbidden',
  'server-error',
  'unexpected-status',
  'unreachable',
  'behind-proxy',
  'refuses-us',
  'too-large',
  'not-json',
  'not-a-coop-document',
  'needs-newer',
  'file-unreadable',
  'copy-damaged',
] as const;

export const DirectoryErrorSchema = v.object({
  code: v.picklist(directoryErrors),
  problem: v.optional(ProblemSchema),
  /** HTTP status of an answer other than a document. */
  status: v.optional(v.number()),
});
export type DirectoryError = Readonly<v.InferOutput<typeof DirectoryErrorSchema>>;
