/** The co-op document, version 1: everything the app knows about a co-op. No host name is hard-coded. */
import * as v from 'valibot';
import { EchoInstanceSchema, echoLimit } from './echo-instance.ts';
import { EmergencySchema } from './emergency.ts';
import { FeedSchema, feedsLimit } from './feed.ts';
import { MaintenanceSchema, maintenanceLimit } from './maintenance.ts';
import { QuietHoursSchema } from './quiet-hours.ts';
import { sectionEntries, uncheckedSections } from './sections.ts';
import { ServiceSchema } from './service.ts';
import { LanguageTag, TextsOf } from './texts.ts';
import { WebAddress } from './web.ts';
import { WitnessSchema, witnessesLimit } from './witnesses.ts';

/** In bytes; a document with thousands of services stays far below. */
export const documentLimitBytes = 1024 * 1024;

const servicesLimit = 5000;

/** The frame: if it is invalid, the document is rejected. Entries and sections are parsed one by one. */
export const CoopFrameSchema = v.object({
  $schema: v.optional(v.string()),
  version: v.literal(1),
  /** Of the texts that name no language of their own. */
  language: v.optional(LanguageTag),
  name: TextsOf(80),
  url: v.optional(WebAddress),
  witnesses: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(witnessesLimit)), []),
  quietHours: v.optional(QuietHoursSchema),
  services: v.pipe(v.array(v.unknown()), v.maxLength(servicesLimit)),
  feeds: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(feedsLimit)), []),
  maintenance: v.optional(v.unknown()),
  emergency: v.optional(v.unknown()),
  echo: v.optional(v.unknown()),
  ...uncheckedSections,
});

/** The whole document as one schema; `docs/coop.schema.json` is generated from it. */
export const CoopDocumentSchema = v.object({
  ...CoopFrameSchema.entries,
  witnesses: v.optional(v.pipe(v.array(WitnessSchema), v.maxLength(witnessesLimit)), []),
  services: v.pipe(v.array(ServiceSchema), v.maxLength(servicesLimit)),
  feeds: v.optional(v.pipe(v.array(FeedSchema), v.maxLength(feedsLimit)), []),
  maintenance: v.optional(v.pipe(v.array(MaintenanceSchema), v.maxLength(maintenanceLimit)), []),
  emergency: v.optional(EmergencySchema),
  echo: v.optional(v.pipe(v.array(EchoInstanceSchema), v.maxLength(echoLimit)), []),
  ...sectionEntries,
});
/** The document as authored, without defaults. */
export type DocumentInput = v.InferInput<typeof CoopDocumentSchema>;
