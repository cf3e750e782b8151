/** What the makers publish about the newest version of a channel. Read only after its signature was verified. Pure. */
import * as v from 'valibot';
import { isDeeperThan, parseJson } from '../json.ts';
import { Version, isBeta } from './version.ts';

export const channels = ['stable', 'beta'] as const;
export type Channel = (typeof channels)[number];

export const manifestLimits = {
  textBytes: 64 * 1024,
  /** Several keys may sign. */
  signatureBytes: 16 * 1024,
  /** Ten times an installer of today. */
  fileBytes: 2 ** 30,
} as const;

/** The form that this version of the app knows. Fields that it does not know are ignored. */
export const manifestForm = 1;

/** To the second, in UTC, as `Date` writes it: `2026-12-01T00:00:00.000Z`. */
const Moment = v.pipe(
  v.string(),
  v.regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

const FileSchema = v.object({
  /** `linux-x64-appimage`: the system, the processor and the kind of package. */
  target: v.pipe(v.string(), v.regex(/^[a-z0-9]+-[a-z0-9]+-[a-z0-9]+$/), v.maxLength(60)),
  /** Beside the manifest. Harmless in an address, in a shell and as the name of a file. */
  name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)),
  sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(manifestLimits.fileBytes)),
  /** Hexadecimal, as sha512sum prints it. */
  sha512: v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/)),
});
export type UpdateFile = Readonly<v.InferOutput<typeof FileSchema>>;

const Notes = v.pipe(v.string(), v.maxLength(4000));

export const ManifestSchema = v.pipe(
  v.object({
    form: v.literal(manifestForm),
    /** The id of the app, so that a key that signs several apps cannot pass one off as another. */
    app: v.string(),
    channel: v.picklist(channels),
    version: Version,
    issued: Moment,
    expires: Moment,
    /** Older versions are told that they are no longer looked after; they still work. */
    minSupported: Version,
    notes: v.object({ en: Notes, fr: Notes }),
    /** Where a person reads more and downloads by hand. */
    page: v.pipe(v.string(), v.url(), v.startsWith('https://'), v.maxLength(500)),
    files: v.pipe(v.array(FileSchema), v.maxLength(30)),
  }),
  v.check(({ files }) => new Set(files.map(({ target }) => target)).size === files.length),
  v.check(({ issued, expires }) => Date.parse(issued) < Date.parse(expires)),
  // A beta that is published as stable by mistake would reach everyone.
  v.check(({ channel, version }) => channel === 'beta' || !isBeta(version)),
);
export type Manifest = Readonly<v.InferOutput<typeof ManifestSchema>>;

const LaterSchema = v.object({ form: v.pipe(v.number(), v.minValue(manifestForm + 1)) });

/** The one way to write a manifest: whatever has keys twice, or numbers in another spelling, reads differently. */
export function writtenManifest(manifest: unknown): string {
  return `${JSON.stringify(manifest, undefined, 1)}\n`;
}

/** Of a text whose signature was verified. */
export function parseManifest(text: string): Manifest | 'newer-form' | 'unreadable' {
  if (isDeeperThan(8, text)) return 'unreadable';
  const json = parseJson(text);
  if (json === undefined || writtenManifest(json) !== text) return 'unreadable';
  if (v.is(LaterSchema, json)) return 'newer-form';
  const read = v.safeParse(ManifestSchema, json);
  return read.success ? read.output : 'unreadable';
}
